/** Hours as somebody is writing them, in minutes of the day. */
export interface Range {
  readonly start: number | null;
  /** Midnight at the end of the day is 0. */
  readonly end: number | null;
  /** Whether the end lies on the next day. */
  readonly isOvernight: boolean;
}

/** Hours as the API knows them; an end past 1440 lies on the next day. */
export interface Hours {
  readonly startMinute: number;
  readonly endMinute: number;
}

export type Problem = "missing" | "inverted" | "tooLong" | "overlap";

const dayMinutes = 1440;

export const emptyRange: Range = { start: null, end: null, isOvernight: false };

/** Hours as they are written into fields. */
export const rangeOf = ({ startMinute, endMinute }: Hours): Range => ({
  start: startMinute,
  end: endMinute % dayMinutes,
  isOvernight: endMinute > dayMinutes,
});

/** Written hours as the API takes them; null while a time is missing. */
export function hoursOf({ start, end, isOvernight }: Range): Hours | null {
  if (start === null || end === null) return null;
  const endMinute = isOvernight ? end + dayMinutes : end === 0 ? dayMinutes : end;
  return { startMinute: start, endMinute };
}

/** What is wrong with hours by themselves. */
export function problemOf(range: Range): Problem | null {
  const hours = hoursOf(range);
  if (!hours) return "missing";
  if (hours.endMinute <= hours.startMinute) return "inverted";
  return hours.endMinute - hours.startMinute > dayMinutes ? "tooLong" : null;
}

/** Whether hours share a minute when the second ones are so many days later, or when the week has come round. */
export function overlap(first: Hours, second: Hours, daysBetween: number): boolean {
  return [daysBetween, daysBetween - 7, daysBetween + 7].some((days) => {
    const shift = days * dayMinutes;
    return first.startMinute < second.endMinute + shift && second.startMinute + shift < first.endMinute;
  });
}

/** Minutes of a day as a time field holds them: `09:30`. */
export const timeOf = (minute: number | null): string =>
  minute === null
    ? ""
    : `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** What a time field holds as minutes of a day; null when it is empty. */
export function minuteOf(text: string): number | null {
  const [hour, minute] = text.split(":").map(Number);
  return hour === undefined || minute === undefined ? null : hour * 60 + minute;
}
