import { type Scope } from "../scope/scope.ts";
import { StoredFile } from "./stored-file.ts";

/** What somebody uploaded, for their copy of their data. */
export async function exportFiles(scope: Scope, memberId: string): Promise<object> {
  const files = await scope.read`
    select id, purpose, name, content_type, bytes, created_at from ${StoredFile} f
    where owner_id = ${memberId} and discarded_at is null order by created_at`;
  return { files };
}
