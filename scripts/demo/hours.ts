const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** One stretch of hours that comes back every week, as the API takes it. */
export interface WeeklyHours {
  /** Monday 1 to Sunday 7. */
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Spells out hours such as `["Sun-Thu", "10:00-15:00"]`; a week may go round from Sunday to Thursday. */
export function weeklyHours(written: readonly (readonly [days: string, time: string])[]): WeeklyHours[] {
  return written.flatMap(([days, time]) => {
    const [startMinute = 0, endMinute = 0] = time.split("-").map(minuteOf);
    return daysOf(days).map((weekday) => ({ weekday, startMinute, endMinute }));
  });
}

function daysOf(text: string): number[] {
  const [first = 0, last = first] = text.split("-").map((day) => weekdays.indexOf(day));
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => ((first + at) % 7) + 1);
}

function minuteOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
}
