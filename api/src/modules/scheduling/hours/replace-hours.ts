import { z } from "zod";
import { invalidFields, requestFailure } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { auditOffice } from "../audit-office.ts";
import { failure } from "../errors.ts";
import { refuseInverted, zoneNamed } from "../fields.ts";
import { Host } from "../models/host.ts";
import { HostStay } from "../models/host-stay.ts";
import { WeeklyHours } from "../models/weekly-hours.ts";
import { hostMeant } from "../policy.ts";
import { type WeeklyRule } from "../rules/availability.ts";
import { firstOverlap, problemOfRule } from "../rules/weekly-rules.ts";
import { getHours } from "./get-hours.ts";
import { lockHost } from "./host-row.ts";
import { hostHoursView, stayView, weeklyHoursView } from "./hours-view.ts";

export const replaceHours = operation({
  summary: "Replaces a host's time zone, weekly hours and stays. Bookings stay as they are.",
  input: z.strictObject({
    /** The caller's own calendar when not given. */
    hostId: z.uuid().optional(),
    timeZone: z.string().max(64),
    isAccepting: z.boolean().default(true),
    hours: z.array(weeklyHoursView).max(200),
    stays: z.array(stayView).max(100).default([]),
    /** The version the hours were written on; a conflict is answered when it is not the newest. */
    version: z.int().min(0).optional(),
  }),
  output: hostHoursView,
  async run(scope, { hostId: named, timeZone, isAccepting, hours, stays, version }) {
    const hostId = hostMeant(scope.actor, named);
    const zone = zoneNamed(timeZone, ["timeZone"]);
    refuseBadHours(hours);
    const host = await lockHost(scope, hostId);
    if (version !== undefined && version !== host.version) throw requestFailure("request.conflict");
    const next = host.version + 1;
    await scope.query(Host).where({ id: hostId }).patch({ timeZone: zone, isAccepting, version: next });
    await replaceWeeklyHours(scope, hostId, hours);
    await replaceStays(scope, hostId, stays);
    await auditOffice(scope, {
      action: "scheduling.replace_hours",
      entity: { kind: "host", id: hostId },
      before: { timeZone: host.timeZone, isAccepting: host.isAccepting },
      after: { timeZone: zone, isAccepting, hours: hours.length, stays: stays.length },
    });
    return getHours.run(scope, { hostId });
  },
});

function refuseBadHours(hours: readonly WeeklyRule[]): void {
  hours.forEach((rule, at) => {
    const problem = problemOfRule(rule);
    if (problem) throw invalidFields({ path: ["hours", at], message: sentences[problem] });
    const others = hours.slice(0, at);
    const other = firstOverlap(rule, others);
    if (other)
      throw failure("scheduling.hours_overlap", { first: others.indexOf(other) + 1, second: at + 1 });
  });
}

const sentences = {
  start_out_of_day: "Hours start between 0:00 and 23:59.",
  end_before_start: "Hours end after they start.",
  longer_than_a_day: "Hours last 24 hours at most.",
  no_weekday: "Write a weekday from 1 (Monday) to 7 (Sunday).",
  no_date: "Write a date such as 2026-03-29.",
  ends_before_valid: "The last date lies before the first.",
};

async function replaceWeeklyHours(scope: Scope, hostId: string, hours: readonly WeeklyRule[]): Promise<void> {
  await scope.query(WeeklyHours).where({ hostId }).delete();
  if (hours.length === 0) return;
  await scope.query(WeeklyHours).insert(hours.map((rule) => ({ hostId, ...rule })));
}

async function replaceStays(
  scope: Scope,
  hostId: string,
  stays: readonly z.infer<typeof stayView>[],
): Promise<void> {
  const rows = stays.map(({ timeZone, from, until }, at) => {
    if (until !== null) refuseInverted({ from, until });
    return { hostId, timeZone: zoneNamed(timeZone, ["stays", at, "timeZone"]), fromOn: from, untilOn: until };
  });
  await scope.query(HostStay).where({ hostId }).delete();
  if (rows.length > 0) await scope.query(HostStay).insert(rows);
}
