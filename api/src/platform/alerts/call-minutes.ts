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
  readonly #minutes = new Map<number, CallTotals>();

  note({ status, milliseconds }: { readonly status: number; readonly milliseconds: number }): void {
    const at = Math.floor(wallClock().getTime() / minuteMs) * minuteMs;
    const group = durationBounds.findIndex((bound) => milliseconds <= bound);
    const byDuration = Array.from({ length: durationBounds.length + 1 }, () => 0);
    byDuration[group === -1 ? durationBounds.length : group] = 1;
    this.#add(at, { calls: 1, failures: status >= 500 ? 1 : 0, byDuration });
  }

  /** Writes what was counted since the last time; what could not be written stays for the next. */
  async flush(pool: Pool): Promise<void> {
    for (const [at, totals] of Array.from(this.#minutes)) {
      this.#minutes.delete(at);
      await this.#write(pool, at, totals).catch((failure: unknown) => {
        this.#add(at, totals);
        throw failure;
      });
    }
  }

  #add(at: number, { calls, failures, byDuration }: CallTotals): void {
    const known = this.#minutes.get(at);
    this.#minutes.set(at, {
      calls: calls + (known?.calls ?? 0),
      failures: failures + (known?.failures ?? 0),
      byDuration: byDuration.map((count, group) => count + (known?.byDuration[group] ?? 0)),
    });
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
