import { z } from "zod";
import { operation } from "../../rpc/operation.ts";
import { pageInput, pageOf } from "../../rpc/paging.ts";
import { type SortedRow, sorting } from "../../rpc/sorting.ts";
import { fragment } from "../../scope/sql.ts";
import { StoredFile } from "../stored-file.ts";

const order = sorting({ createdAt: { by: fragment`created_at`, kind: "instant" } }, "-createdAt");

export const listFindings = operation({
  summary:
    "Lists uploads in which malware was found, newest first unless another order is asked for. Nobody can open them; they go by themselves after 30 days.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    /** What it was uploaded for, such as `people.photo`. */
    purpose: z.string().max(60).optional(),
    /** Whose uploads. */
    ownerId: z.uuid().optional(),
  }),
  output: pageOf(
    z.object({
      id: z.uuid(),
      /** What it was uploaded for. */
      purpose: z.string(),
      /** As the sender called it. */
      name: z.string(),
      contentType: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      /** In the scanner's own words. */
      finding: z.string(),
      owner: z.object({ kind: z.enum(["visitor", "member", "staff", "server"]), id: z.string() }),
      createdAt: z.iso.datetime(),
    }),
  ),
  async run(scope, { limit, purpose = null, ownerId = null, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const rows = await scope.read<StoredFile & { finding: string } & SortedRow>`
      select f.*, ${key} from ${StoredFile} f
      where state = 'infected' and discarded_at is null
        and (${purpose}::text is null or purpose = ${purpose})
        and (${ownerId}::uuid is null or owner_id = ${ownerId}) ${after}
      ${by} limit ${limit + 1}`;
    return page(rows, limit, (file) => ({
      id: file.id,
      purpose: file.purpose,
      name: file.name,
      contentType: file.contentType,
      bytes: file.bytes,
      sha256: file.sha256,
      finding: file.finding,
      owner: { kind: file.ownerKind, id: file.ownerId },
      createdAt: file.createdAt.toISOString(),
    }));
  },
});
