import { randomUUID } from "node:crypto";
import { type Pool } from "pg";
import { wallClock } from "../clock.ts";

/** Upper bounds of durations in milliseconds; one more group holds what took longer. */
export const durationBounds = [50, 100, 250, 500, 1000, 2500, 5000] as const;

/** How calls of one or more minutes were answered. */
export interface CallTotals {
  readonly calls: number;
  /** Answered by 500 or above. */
  readonly failures: number;
  /** Calls by duration: a number per bound, and one for those that took longer. */
  readonly byDuration: readonly number[];
}

const minuteMs = 60_000;

/** Counts the calls of this process by the minute, and adds the sums to those of the whole installation. */
export class CallMinutes {
  readonly #processId = randomUUID();
  readonly #minutes = new Map<number, Counted>();

  note({ status, milliseconds }: { readonly status: number; readonly milliseconds: number }): void {
    const counted = this.#counted(Math.floor(wallClock().getTime() / minuteMs) * minuteMs);
    const group = durationBounds.findIndex((bound) => milliseconds <= bound);
    counted.calls += 1;
    if (status >= 500) counted.failures += 1;
    addTo(counted.byDuration, group === -1 ? durationBounds.length : group, 1);
  }

  /** Writes what was counted since the last time; what could not be written stays for the next. */
  async flush(pool: Pool): Promise<void> {
    for (const [at, totals] of Array.from(this.#minutes)) {
      this.#minutes.delete(at);
      await this.#write(pool, at, totals).catch((failure: unknown) => {
        const counted = this.#counted(at);
        counted.calls += totals.calls;
        counted.failures += totals.failures;
        for (const [group, count] of totals.byDuration.entries()) addTo(counted.byDuration, group, count);
        throw failure;
      });
    }
  }

  /** What is being counted of a minute, to be added to in place: every call passes here. */
  #counted(at: number): Counted {
    let counted = this.#minutes.get(at);
    if (!counted) {
      counted = {
        calls: 0,
        failures: 0,
        byDuration: Array.from({ length: durationBounds.length + 1 }, () => 0),
      };
      this.#minutes.set(at, counted);
    }
    return counted;
  }

  async #write(pool: Pool, at: number, { calls, failures, byDuration }: CallTotals): Promise<void> {
    await pool.query({
      name: "flush_call_minute",
      text: `insert into call_minutes as known (minute, process_id, calls, failures, by_duration)
        values ($1, $2, $3, $4, $5)
        on conflict (minute, process_id) do update set
          calls = known.calls + excluded.calls, failures = known.failures + excluded.failures,
          by_duration = array(
            select a + b from unnest(known.by_duration, excluded.by_duration) with ordinality sums (a, b, at) order by at
          )`,
      values: [new Date(at), this.#processId, calls, failures, byDuration],
    });
  }
}

interface Counted {
  calls: number;
  failures: number;
  readonly byDuration: number[];
}

const addTo = (byDuration: number[], group: number, count: number): void => {
  byDuration[group] = (byDuration[group] ?? 0) + count;
};

/** The calls of the whole installation in the last minutes. */
export async function recentCalls(pool: Pool, minutes: number): Promise<CallTotals> {
  const { rows } = await pool.query<{ calls: number; failures: number; byDuration: number[] }>({
    name: "recent_calls",
    text: `
      select coalesce(sum(calls), 0)::integer as calls, coalesce(sum(failures), 0)::integer as failures,
        array(
          select coalesce(sum(m.by_duration[bound]), 0)::integer
          from generate_series(1, $2::integer) bound
          left join call_minutes m on m.minute > now() - make_interval(mins => $1)
          group by bound order by bound
        ) as "byDuration"
      from call_minutes where minute > now() - make_interval(mins => $1)`,
    values: [minutes, durationBounds.length + 1],
  });
  return rows[0] ?? { calls: 0, failures: 0, byDuration: [] };
}
