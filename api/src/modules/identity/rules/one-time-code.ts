import { hours, minutes, plus } from "../../../platform/time.ts";

/** How often a wrong code may be typed before it is worth nothing. */
export const codeTries = 5;
const codesPerHour = 5;
const codeMinutes = 10;

/** When a code asked for now ends. */
export const codeEnd = (now: Date): Date => plus(now, minutes(codeMinutes));

/** The moment after which a code counts towards the hour's allowance. */
export const codesSince = (now: Date): Date => plus(now, -hours(1));

/** Minutes until one more code may be sent, after those sent within an hour, oldest first; null when it may be now. */
export function minutesToNextCode(requestedAt: readonly Date[], now: Date): number | null {
  const oldest = requestedAt.at(-codesPerHour);
  return oldest ? Math.ceil((plus(oldest, hours(1)).getTime() - now.getTime()) / minutes(1)) : null;
}
