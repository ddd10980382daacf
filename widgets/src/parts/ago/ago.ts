import { dateFormat } from "../../base/format.ts";

const minuteMs = 60_000;

// An hour of 50 minutes is called one: people round.
const steps = [
  { unit: "minute", ms: minuteMs, below: 50 * minuteMs },
  { unit: "hour", ms: 60 * minuteMs, below: 22 * 60 * minuteMs },
  { unit: "day", ms: 1440 * minuteMs, below: 6.5 * 1440 * minuteMs },
] as const;

/** How long ago an instant was, as people say it: `now`, `5 minutes ago`, `yesterday`; after a week the date in the zone. */
export function formatAgo(
  tag: string,
  instant: number,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): string {
  const since = Math.max(0, now - instant);
  const step = steps.find(({ below }) => since < below);
  if (!step) return dateFormat(tag, { dateStyle: "medium", timeZone }).format(instant);
  const count = Math.round(since / step.ms);
  const format = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  // `this minute` is said by no one.
  return count === 0 ? format.format(0, "second") : format.format(-count, step.unit);
}
