import { minutes, plus } from "../../../platform/time.ts";

/** Minutes before the start at which both people are reminded: a day, an hour and a quarter of an hour. */
const reminderOffsets = [1440, 60, 15] as const;

/** One reminder of a booking. */
export interface Reminder {
  readonly offsetMinutes: number;
  readonly dueAt: Date;
}

/**
 * The reminders still to come for a start, earliest first. One that was already due when the time was agreed is left out:
 * the confirmation has just said the same.
 */
export function remindersFor(startsAt: Date, now: Date): Reminder[] {
  const all = reminderOffsets.map((offsetMinutes) => ({
    offsetMinutes,
    dueAt: plus(startsAt, -minutes(offsetMinutes)),
  }));
  return all.filter(({ dueAt }) => dueAt > now);
}

/** Whether a reminder that came due should still be sent: not after the start, nor when a closer one is due as well. */
export function isWorthSending(offsetMinutes: number, startsAt: Date, now: Date): boolean {
  const closer = reminderOffsets.filter((other) => other < offsetMinutes);
  return now < startsAt && closer.every((other) => now < plus(startsAt, -minutes(other)));
}
