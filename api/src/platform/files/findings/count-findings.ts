import { type Scope } from "../../scope/scope.ts";
import { StoredFile } from "../stored-file.ts";

/** How many uploads wait in which malware was found, at most so many. */
export async function countFindings(scope: Scope, most: number): Promise<number> {
  const [found] = await scope.read<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${StoredFile} f where state = 'infected' and discarded_at is null limit ${most}
    ) waiting`;
  return found!.count;
}
