/** The free times of one day, in order. */
export interface FreeDay {
  /** As the reader's calendar has it, such as 2026-03-29. */
  readonly date: string;
  readonly starts: readonly string[];
}

/** Free times by the day they lie in, in a reader's time zone. */
export function daysOf(starts: readonly string[], timeZone: string): FreeDay[] {
  // Sweden writes dates as ISO 8601 does.
  const dateOf = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const days = new Map<string, string[]>();
  for (const start of starts) {
    const date = dateOf.format(new Date(start));
    const known = days.get(date);
    if (known) known.push(start);
    else days.set(date, [start]);
  }
  return [...days].map(([date, each]) => ({ date, starts: each }));
}
