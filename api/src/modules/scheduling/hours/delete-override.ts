import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { DateOverride } from "../models/date-override.ts";
import { mayManageHost } from "../policy.ts";

export const deleteOverride = operation({
  summary: "Gives a date its weekly hours back.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const override = await scope.query(DateOverride).findOne({ id });
    if (!override || !mayManageHost(scope.actor, override.hostId)) throw notFound();
    await scope.query(DateOverride).where({ id }).delete();
    await auditOffice(scope, {
      action: "scheduling.delete_override",
      entity: { kind: "host", id: override.hostId },
      before: { date: override.dateOn, hours: override.hours },
    });
    return { id };
  },
});
