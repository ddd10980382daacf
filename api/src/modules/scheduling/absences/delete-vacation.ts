import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { Vacation } from "../models/vacation.ts";
import { mayManageHost } from "../policy.ts";

export const deleteVacation = operation({
  summary: "Ends or calls off a vacation: its dates have slots again.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const vacation = await scope.query(Vacation).findOne({ id });
    if (!vacation || !mayManageHost(scope.actor, vacation.hostId)) throw notFound();
    await scope.query(Vacation).where({ id }).delete();
    await auditOffice(scope, {
      action: "scheduling.delete_vacation",
      entity: { kind: "host", id: vacation.hostId },
      before: { from: vacation.fromOn, until: vacation.untilOn },
    });
    return { id };
  },
});
