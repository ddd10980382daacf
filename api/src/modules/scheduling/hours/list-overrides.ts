import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { plainDate } from "../fields.ts";
import { DateOverride } from "../models/date-override.ts";
import { hostMeant } from "../policy.ts";
import { overrideView, presentOverride } from "./override-view.ts";

export const listOverrides = operation({
  summary: "Lists the dates that have hours of their own, earliest first.",
  input: z.strictObject({
    ...pageInput,
    /** The caller's own calendar when not given. */
    hostId: z.uuid().optional(),
    /** The first date wanted. */
    from: plainDate.optional(),
  }),
  output: pageOf(overrideView),
  async run(scope, { limit, cursor, from, hostId: named }) {
    const hostId = hostMeant(scope.actor, named);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["date"]);
    const rows = await scope.read<DateOverride>`
      select id, host_id, date_on, hours from ${DateOverride} o
      where host_id = ${hostId}
        ${from === undefined ? fragment`` : fragment`and date_on >= ${from}`}
        ${after ? fragment`and date_on > ${after[0]}::date` : fragment``}
      order by date_on limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ dateOn }) => [dateOn],
      present: presentOverride,
    });
  },
});
