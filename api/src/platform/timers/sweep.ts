import { type Pool } from "pg";
import { type Loop, startLoop } from "../loop.ts";
import { claimLiveTimers, claimSandboxTimers, sandboxesDue } from "./claim.ts";
import { TimerRuns, type TimerRunOptions } from "./run-timer.ts";

const POLL_MS = 500;
const BATCH = 50;

/** Runs timers as they become due, for ever. Several processes may sweep: each timer is taken by one of them. */
export class TimerSweep {
  readonly #options: TimerRunOptions;
  readonly #concurrency: number;
  readonly #runs: TimerRuns;
  #loops: readonly Loop[] = [];

  constructor(options: TimerRunOptions, concurrency: number) {
    this.#options = options;
    this.#concurrency = concurrency;
    this.#runs = new TimerRuns(options);
    const { metrics, pool } = options;
    metrics.gauge("tessera_timers_overdue_seconds", "How late the latest timer of a live tenant is.", () =>
      secondsOverdue(pool),
    );
  }

  start(): void {
    const { log } = this.#options;
    const next = (taken: number) => (taken < BATCH ? POLL_MS : 0);
    // Apart, so that a tenant trying something in its sandbox delays nobody.
    this.#loops = [
      startLoop("The timer sweep", log, async () => next(await this.sweepLive())),
      startLoop("The sandboxes' timer sweep", log, async () => next(await this.sweepSandboxes())),
    ];
  }

  async stop(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  /** Runs what is due for live tenants; answers how many were taken. */
  async sweepLive(): Promise<number> {
    const claimed = await claimLiveTimers(this.#options.pool, this.#runs.kinds, BATCH);
    const waiting = claimed.values();
    // The lanes share one iterator, so each takes the next timer when it is free.
    const lane = async () => {
      for (const timer of waiting) await this.#runs.run(timer);
    };
    await Promise.all(Array.from({ length: this.#concurrency }, lane));
    return claimed.length;
  }

  /** Runs what is due in sandboxes by their own clocks, one after the other, so that a test sees the same every time. */
  async sweepSandboxes(): Promise<number> {
    const { pool } = this.#options;
    const { kinds } = this.#runs;
    let taken = 0;
    for (const tenantId of await sandboxesDue(pool)) {
      const claimed = await claimSandboxTimers(pool, { tenantId, kinds, limit: BATCH });
      for (const timer of claimed) await this.#runs.run(timer);
      taken += claimed.length;
    }
    return taken;
  }
}

/** How late the latest timer of a live tenant is. */
export async function secondsOverdue(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ late: number | null }>(
    `select extract(epoch from now() - min(due_at))::float8 as late from timers t
     where state = 'pending' and due_at <= now()
       and not exists (select from tenants s where s.id = t.tenant_id and s.is_sandbox)`,
  );
  return rows[0]?.late ?? 0;
}
