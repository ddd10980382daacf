import { type Scope } from "../../../platform/scope/scope.ts";
import { keyRing } from "../../../platform/secrets.ts";
import { MessageVersion } from "../models/message-version.ts";
import { Message } from "../models/message.ts";

/** How many texts of the site, earlier versions among them, are not under the newest key yet. Reads them all. */
export async function countOldSeals(scope: Scope): Promise<number> {
  const newest = `${keyRing().currentId}.`;
  const [row] = await scope.read<{ count: number }>`
    select ((select count(*) from ${Message} m where body_sealed <> '' and not starts_with(body_sealed, ${newest}))
      + (select count(*) from ${MessageVersion} v where not starts_with(body_sealed, ${newest})))::int as count`;
  return row!.count;
}
