import { minutes, plus } from "../../../platform/time.ts";

/** Minutes before the start at which the room opens. */
const joinMinutesBefore = 15;

/** Minutes after the end during which the room still lets people in. */
const joinMinutesAfter = 30;

/** When a session's room lets its people in: from 15 minutes before the start until the end and its grace, both moments included. */
export function joinWindow({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): {
  opensAt: Date;
  closesAt: Date;
} {
  return {
    opensAt: plus(startsAt, -minutes(joinMinutesBefore)),
    closesAt: plus(endsAt, minutes(joinMinutesAfter)),
  };
}

/** Whether a session's room is not open yet, open or closed for good. */
export function roomState(
  session: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
): "early" | "open" | "over" {
  const { opensAt, closesAt } = joinWindow(session);
  if (now < opensAt) return "early";
  return now <= closesAt ? "open" : "over";
}
