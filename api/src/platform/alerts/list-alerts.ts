import { z } from "zod";
import { operation } from "../rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../rpc/paging.ts";
import { fragment } from "../scope/sql.ts";

interface AlertRow {
  id: string;
  rule: string;
  value: number;
  openedAt: Date;
  endedAt: Date | null;
}

const alertView = z.object({
  id: z.uuid(),
  rule: z.string(),
  /** As measured when it began. */
  value: z.number(),
  openedAt: z.iso.datetime(),
  /** Null while it lasts. */
  endedAt: z.iso.datetime().nullable(),
});

export const listAlerts = operation({
  summary: "Lists the incidents of the installation, latest first.",
  input: z.strictObject(pageInput),
  output: pageOf(alertView),
  async run(scope, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "id"]);
    const rows = await scope.read<AlertRow>`
      select id, rule, value, opened_at, ended_at from alerts
      ${after ? fragment`where opened_at < ${new Date(after[0])} or (opened_at = ${new Date(after[0])} and id > ${after[1]}::uuid)` : fragment``}
      order by opened_at desc, id limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ openedAt, id }) => [openedAt.getTime(), id],
      present: ({ openedAt, endedAt, ...row }) => ({
        ...row,
        openedAt: openedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      }),
    });
  },
});
