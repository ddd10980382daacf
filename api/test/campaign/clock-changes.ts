import { Temporal } from "temporal-polyfill";

/** Opening hours on a day on which the clock of a zone changes, and the truth about them by Temporal. */
export interface ClockChangeCase {
  readonly zone: string;
  readonly date: string;
  readonly startMinute: number;
  readonly endMinute: number;
  /** Epoch milliseconds; the end does not come after the start when the clock skips the hours. */
  readonly start: number;
  readonly end: number;
  /** Whether the clock shows both ends exactly once on that date; only then do all tools agree on what is meant. */
  readonly plain: boolean;
}

/** What was found under one server zone. */
export interface Verdict {
  readonly serverZone: string;
  /** Windows whose ends the clock shows once: Temporal and PostgreSQL both judged them. */
  readonly judgedByBoth: number;
  /** Windows with skipped or doubled ends, which only Temporal reads as we promise. */
  readonly judgedByTemporal: number;
  readonly wrong: readonly string[];
  /** Where the two oracles contradict each other; their tz databases differ. */
  readonly oraclesDisagree: readonly string[];
}

/** The hours tried on every such day, as minutes of the day: those the rivals were measured with. */
export const plainHours: readonly (readonly [number, number])[] = [
  [540, 1020],
  [780, 1080],
  [870, 1200],
  [360, 720],
  [1080, 1380],
  [0, 480],
];

/** Hours that begin, end or lie in a skipped or doubled time, or pass midnight. */
export const awkwardHours: readonly (readonly [number, number])[] = [
  [0, 1440],
  [30, 90],
  [90, 150],
  [120, 180],
  [150, 240],
  [1320, 1560],
  [1410, 1470],
];

const firstInstant = Temporal.Instant.from("2024-01-01T00:00Z");
const lastInstant = Temporal.Instant.from("2031-01-01T00:00Z");

/** Every change of a zone's clock in 2024 to 2030, with each of the hours on its date. */
export function clockChangeCases(
  zone: string,
  hours: readonly (readonly [number, number])[],
): ClockChangeCase[] {
  return changesOf(zone).flatMap((date) =>
    hours.map(([startMinute, endMinute]) => {
      const [start, end] = [momentOf(zone, date, startMinute), momentOf(zone, date, endMinute)];
      const plain = start.plain && end.plain;
      return {
        zone,
        date: date.toString(),
        startMinute,
        endMinute,
        start: start.instant,
        end: end.instant,
        plain,
      };
    }),
  );
}

function changesOf(zone: string): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = [];
  let at = firstInstant.toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  while (at && Temporal.Instant.compare(at.toInstant(), lastInstant) < 0) {
    dates.push(at.toPlainDate());
    at = at.getTimeZoneTransition("next");
  }
  return dates;
}

function momentOf(
  zone: string,
  date: Temporal.PlainDate,
  minutes: number,
): { instant: number; plain: boolean } {
  const wall = date.toPlainDateTime().add({ minutes });
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  const instant = wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
  return { instant, plain: first!.epochMilliseconds === second!.epochMilliseconds };
}
