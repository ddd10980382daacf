import {
  addDays,
  instantToWall,
  type PlainDate,
  wallToInstant,
  dayOf,
  weekdayOf,
} from "../../../platform/time.ts";

/** How often mails that can wait are bundled into one. */
export const digests = ["off", "hourly", "daily", "weekly"] as const;
export type Digest = (typeof digests)[number];

/** Minutes after midnight between which nothing may disturb; `until` earlier than `from` is the next morning. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** When a member wants news. */
export interface Rhythm {
  readonly digest: Digest;
  readonly quietHours: QuietHours | null;
  /** The zone whose clocks count. */
  readonly zone: string;
}

/** When something may go out: `at` is null for now. */
export interface Schedule {
  readonly at: Date | null;
  readonly isForDigest: boolean;
}

// Before the working day begins.
const digestMinutes = 8 * 60;
const monday = 1;

/** When news may go out on a channel. What is urgent goes now; only mails are bundled. */
export function scheduleOf(
  now: Date,
  rhythm: Rhythm,
  { isUrgent, channel }: { readonly isUrgent: boolean; readonly channel: "email" | "push" | "sms" },
): Schedule {
  if (isUrgent) return { at: null, isForDigest: false };
  const isForDigest = channel === "email" && rhythm.digest !== "off";
  const earliest = isForDigest ? nextDigest(now, rhythm) : now;
  const at = afterQuietHours(earliest, rhythm);
  return { at: at > now ? at : null, isForDigest };
}

/** The next moment at which a digest is due: the full hour, or eight in the morning of the next day or Monday. */
export function nextDigest(now: Date, { digest, zone }: Pick<Rhythm, "digest" | "zone">): Date {
  const wall = instantToWall(zone, now);
  if (digest === "hourly") {
    // Full hours of the wall clock; of a doubled hour the first lies behind, so the next one after it is taken.
    for (let hour = Math.floor(wall.minutes / 60) + 1; ; hour++) {
      const at = wallToInstant(zone, wall.date, hour * 60);
      if (at > now) return at;
    }
  }
  const isWeekly = digest === "weekly";
  for (let date = wall.date; ; date = addDays(date, 1)) {
    const at = wallToInstant(zone, date, digestMinutes);
    if (at > now && (!isWeekly || weekdayOf(dayOf(date)) === monday)) return at;
  }
}

/** The moment itself, or the end of the quiet hours it lies in. */
export function afterQuietHours(at: Date, { quietHours, zone }: Pick<Rhythm, "quietHours" | "zone">): Date {
  if (!quietHours) return at;
  const { date } = instantToWall(zone, at);
  // The night that began yesterday, and the one that begins today.
  for (const first of [addDays(date, -1), date]) {
    const [from, until] = spanOf(zone, first, quietHours);
    if (at >= from && at < until) return until;
  }
  return at;
}

function spanOf(zone: string, date: PlainDate, { from, until }: QuietHours): readonly [Date, Date] {
  const last = until > from ? date : addDays(date, 1);
  return [wallToInstant(zone, date, from), wallToInstant(zone, last, until)];
}
