import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Vacation } from "../models/vacation.ts";
import { hostMeant } from "../policy.ts";
import { presentVacation, vacationView } from "./vacation-view.ts";

export const listVacations = operation({
  summary: "Lists a host's vacations, latest first.",
  input: z.strictObject({
    ...pageInput,
    /** The caller's own when not given. */
    hostId: z.uuid().optional(),
  }),
  output: pageOf(vacationView),
  async run(scope, { limit, cursor, hostId: named }) {
    const hostId = hostMeant(scope.actor, named);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["date", "id"]);
    const rows = await scope.read<Vacation>`
      select id, host_id, from_on, until_on from ${Vacation} v
      where host_id = ${hostId} ${after ? fragment`and (from_on, id) < (${after[0]}::date, ${after[1]}::uuid)` : fragment``}
      order by from_on desc, id desc limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ fromOn, id }) => [fromOn, id],
      present: presentVacation,
    });
  },
});
