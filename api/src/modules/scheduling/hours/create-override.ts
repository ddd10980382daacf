import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { auditOffice } from "../audit-office.ts";
import { plainDate } from "../fields.ts";
import { DateOverride } from "../models/date-override.ts";
import { hostMeant } from "../policy.ts";
import { hoursOverlap, problemOfHours } from "../rules/weekly-rules.ts";
import { lockHost } from "./host-row.ts";
import { hoursFields } from "./hours-view.ts";
import { overrideView, presentOverride } from "./override-view.ts";

export const createOverride = operation({
  summary: "Gives one date hours of its own instead of the weekly ones; those it had before are replaced.",
  input: z.strictObject({
    /** The caller's own calendar when not given. */
    hostId: z.uuid().optional(),
    date: plainDate,
    /** Empty for a day off. */
    hours: z.array(z.strictObject(hoursFields)).max(24),
  }),
  output: overrideView,
  async run(scope, { hostId: named, date, hours }) {
    const hostId = hostMeant(scope.actor, named);
    if (hours.some(problemOfHours) || hoursOverlap(hours)) {
      throw invalidFields({
        path: ["hours"],
        message: "Hours end after they start, last a day at most and do not overlap.",
      });
    }
    await lockHost(scope, hostId);
    await scope.query(DateOverride).where({ hostId, dateOn: date }).delete();
    const override = await scope.query(DateOverride).insert({ hostId, dateOn: date, hours });
    await auditOffice(scope, {
      action: "scheduling.create_override",
      entity: { kind: "host", id: hostId },
      after: { date, hours },
    });
    return presentOverride(override);
  },
});
