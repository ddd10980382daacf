import { setTimeout as sleep } from "node:timers/promises";
import { type Pool } from "pg";
import { businessTime } from "../clock.ts";
import { inTransaction } from "../db/transaction.ts";
import { type Relay } from "../outbox/relay.ts";
import { backlogOf, type Backlog } from "./backlog.ts";
import { claimNext, claimUnfinished, CLOCK_LOCK } from "./claim.ts";
import { TimerRuns, type TimerRunOptions } from "./run-timer.ts";
import { moveClock } from "./sandbox-clock.ts";

/** How far a sandbox's clock has come. */
export interface Advance {
  /** The sandbox's time; the moment asked for exactly when everything before it is done. */
  readonly now: Date;
  readonly to: Date;
  /** Timers, events and jobs not yet worked off. */
  readonly pending: number;
  /** Timers and jobs that failed and are tried again by themselves. */
  readonly failed: number;
}

/** What advancing a clock needs beside running timers. */
export interface AdvanceOptions extends TimerRunOptions {
  /** Connections of the role app_relay for nothing else: each advance holds one while it lasts. */
  readonly lockPool: Pool;
  readonly relay: Relay;
}

const PAUSE_MS = 5;

/** Advances the clocks of sandboxes. */
export class ClockAdvance {
  readonly #options: AdvanceOptions;
  readonly #runs: TimerRuns;

  constructor(options: AdvanceOptions) {
    this.#options = options;
    this.#runs = new TimerRuns(options);
  }

  /**
   * Moves a sandbox's clock to a moment, never backwards, by way of everything that happens until then: each timer runs in its
   * turn with the clock at its due time, and what follows from it is done before the next. Ends at the deadline at the latest;
   * repeated, it goes on. Two advances of one sandbox wait for each other.
   */
  async advance(tenantId: string, to: Date, deadlineMs: number): Promise<Advance> {
    const until = performance.now() + deadlineMs;
    const walk = new Walk(this.#options, this.#runs, { tenantId, to, until });
    return this.#withLock(tenantId, until, () => walk.go()).then(() => walk.result());
  }

  /** Holds the lock in an open transaction: it ends with the process, and works behind a pooler. */
  async #withLock(tenantId: string, until: number, work: () => Promise<void>): Promise<void> {
    await inTransaction(this.#options.lockPool, async (client) => {
      await client.query("set local idle_in_transaction_session_timeout = 0");
      const lock = {
        text: "select pg_try_advisory_xact_lock($1, hashtext($2)) as mine",
        values: [CLOCK_LOCK, tenantId],
      };
      while (!(await client.query<{ mine: boolean }>(lock)).rows[0]?.mine) {
        if (performance.now() > until) return;
        await sleep(10 * PAUSE_MS);
      }
      await work();
    });
  }
}

/** One advance of one clock. */
class Walk {
  readonly #options: AdvanceOptions;
  readonly #runs: TimerRuns;
  readonly #tenantId: string;
  readonly #to: Date;
  readonly #until: number;

  constructor(
    options: AdvanceOptions,
    runs: TimerRuns,
    { tenantId, to, until }: { tenantId: string; to: Date; until: number },
  ) {
    this.#options = options;
    this.#runs = runs;
    this.#tenantId = tenantId;
    this.#to = to;
    this.#until = until;
  }

  async go(): Promise<void> {
    const { pool } = this.#options;
    const where = { tenantId: this.#tenantId, kinds: this.#runs.kinds, to: this.#to };
    // What an earlier advance or the sweep left behind comes first: it was due before everything else.
    for (const timer of await claimUnfinished(pool, where)) await this.#runs.run(timer);
    while (await this.#settle()) {
      const timer = await claimNext(pool, where);
      if (timer) {
        await this.#moveTo(timer.dueAt);
        await this.#runs.run(timer, timer.dueAt);
      } else {
        await this.#moveTo(this.#to);
        if (await this.#isDone()) return;
      }
    }
  }

  async result(): Promise<Advance> {
    const { running, due, firing, failed } = await this.#look();
    const pending = running + due + firing;
    const clock = businessTime(await this.#tenant());
    const isThere = clock >= this.#to && pending === 0;
    // The clock goes on by itself, so it may be past the moment while something before it is not done.
    const before = new Date(Math.min(clock.getTime(), this.#to.getTime() - 1));
    return { now: isThere ? this.#to : before, to: this.#to, pending, failed };
  }

  /** Waits until what follows from the last timer is done; false when the time is up. */
  async #settle(): Promise<boolean> {
    for (;;) {
      const { running, firing } = await this.#look();
      if (performance.now() > this.#until) return false;
      if (running === 0 && firing === 0) return true;
      const moved = await this.#options.relay.move(this.#tenantId);
      if (!moved) await sleep(PAUSE_MS);
    }
  }

  async #isDone(): Promise<boolean> {
    const { running, due, firing } = await this.#look();
    return running + due + firing === 0;
  }

  async #look(): Promise<Backlog> {
    const { pool, relay } = this.#options;
    const what = {
      tenantId: this.#tenantId,
      kinds: this.#runs.kinds,
      to: this.#to,
      stuckEvents: relay.stuckEvents,
    };
    return backlogOf(pool, what);
  }

  async #moveTo(at: Date): Promise<void> {
    await moveClock(this.#options.scopes, await this.#tenant(), at);
  }

  async #tenant() {
    const tenant = await this.#options.loadTenant(this.#tenantId);
    if (!tenant?.isSandbox) throw new Error("Only a sandbox's clock can be advanced.");
    return tenant;
  }
}
