import { type Bugs } from "./alerts/bugs.ts";
import { type CallMinutes, recentCalls } from "./alerts/call-minutes.ts";
import { windowMinutes } from "./alerts/rules.ts";
import { type AlertTargets } from "./alerts/tell.ts";
import { AlertWatch } from "./alerts/watch.ts";
import { businessTime } from "./clock.ts";
import { openRelayPool } from "./db/pool.ts";
import { JobRunner, queueDepth } from "./jobs/runner.ts";
import { type LoneProgram, type LoneRun } from "./jobs/own-process.ts";
import { eventsOf, jobTarget } from "./jobs/subscriptions.ts";
import { retryTarget } from "./jobs/retry.ts";
import { systemScope } from "./jobs/system-scope.ts";
import { type Log } from "./log.ts";
import { type Metrics } from "./metrics.ts";
import { type Module } from "./module.ts";
import { openOperatorTask } from "./operator-tasks.ts";
import { Relay } from "./outbox/relay.ts";
import { type RelayTarget } from "./outbox/target.ts";
import { Retention } from "./retention.ts";
import { type Scopes } from "./scope/open.ts";
import { type Advance, ClockAdvance } from "./timers/advance.ts";
import { type LoadTenant, withCurrentClock } from "./timers/sandbox-clock.ts";
import { secondsOverdue, TimerSweep } from "./timers/sweep.ts";

/** What background work is made of. */
export interface BackgroundOptions {
  /** The database's address for the role app_relay. */
  readonly relayUrl: string;
  readonly modules: readonly Pick<Module, "jobs" | "timers" | "events">[];
  /** Scopes of the role app_rt, in which jobs and timers run. */
  readonly scopes: Scopes;
  readonly loadTenant: LoadTenant;
  /** What else becomes of events beside jobs: frames, deliveries. */
  readonly targets: readonly RelayTarget[];
  readonly log: Log;
  readonly metrics: Metrics;
  readonly bugs: Bugs;
  /** How this process answers. */
  readonly calls: CallMinutes;
  readonly alertTargets: AlertTargets;
  /** Jobs run at once in this process; half as many timers. */
  readonly concurrency: number;
  /** The program that runs one job of these modules and ends. */
  readonly loneProgram: LoneProgram;
  /** False for a process that answers requests only: it advances clocks, and tells how the others are. */
  readonly doesWork: boolean;
}

/** The work that goes on behind the answers. */
export interface Background {
  /** Hands on new events within milliseconds; called by itself whenever this process announces one. */
  wake(): void;
  /** How the relay and the workers of the whole installation are; see `health` of platform/http. */
  readonly checks: readonly { readonly name: "relay" | "worker"; readonly check: () => Promise<string> }[];
  /** Advances a sandbox's clock; see `ClockAdvance`. */
  advanceClock(tenantId: string, to: Date, deadlineMs: number): Promise<Advance>;
  /** Runs one job that a worker of another process holds. */
  runJobAlone(run: LoneRun): Promise<void>;
  /** Lets what runs finish, for some seconds. */
  stop(): Promise<void>;
}

/** Beyond this a person waits too long for a mail, and somebody should look. */
const MOST_LAG_MS = 30_000;
const MOST_SILENCE_MS = 15_000;

/** Starts the relay, the job runner and the timer sweep of this process. */
export function startBackground(options: BackgroundOptions): Background {
  const { relayUrl, modules, scopes, log, metrics, bugs, targets, concurrency, loneProgram } = options;
  const pool = openRelayPool(relayUrl, { size: 10, name: "tessera relay" });
  const lockPool = openRelayPool(relayUrl, { size: 4, name: "tessera clocks" });
  for (const each of [pool, lockPool]) {
    each.on("error", (error) => log.warn({ err: error }, "An idle connection of the relay broke."));
  }
  const loadTenant = withCurrentClock(options.loadTenant, pool);
  const jobs = modules.flatMap((module) => module.jobs);
  const timers = modules.flatMap((module) => module.timers);
  const relay = new Relay({
    pool,
    targets: [jobTarget(jobs), retryTarget, ...targets],
    events: [...new Set([...modules.flatMap(({ events }) => Object.keys(events)), ...eventsOf(jobs)])],
    log,
    metrics,
    reportStuck: async ({ tenantId, id, name }) => {
      const tenant = await loadTenant(tenantId);
      if (!tenant) return;
      const scope = systemScope(tenant, { cause: "outbox.report", requestId: id, now: businessTime(tenant) });
      const task = { kind: "outbox.stuck", subjectId: id, params: { event: name } };
      await scopes.transact(scope, (opened) => openOperatorTask(opened, task));
    },
  });
  const running = { pool, timers, scopes, loadTenant, log, metrics, bugs };
  const runner = new JobRunner({ ...running, relayUrl, jobs, concurrency, loneProgram });
  const sweep = new TimerSweep(running, Math.ceil(concurrency / 2));
  const retention = new Retention(pool, log);
  const clocks = new ClockAdvance({ ...running, lockPool, relay });
  const watch = new AlertWatch({
    pool,
    log,
    bugs,
    calls: options.calls,
    targets: options.alertTargets,
    read: options.doesWork
      ? async () => ({
          calls: await recentCalls(pool, windowMinutes),
          relayLagSeconds: (await relay.lagMs()) / 1000,
          timersOverdueSeconds: await secondsOverdue(pool),
          failedJobs: (await queueDepth(pool)).failed,
        })
      : null,
  });
  watch.start();
  const workers = [relay, runner, sweep, retention];
  if (options.doesWork) for (const worker of workers) worker.start();

  return {
    wake: () => relay.wake(),
    checks: [
      { name: "relay", check: async () => within(await relay.lagMs(), MOST_LAG_MS, "behind") },
      {
        name: "worker",
        check: async () => {
          const { rows } = await pool.query<{ silence: number | null }>(
            "select (extract(epoch from clock_timestamp() - max(seen_at)) * 1000)::float8 as silence from worker_heartbeats",
          );
          return within(rows[0]?.silence ?? Infinity, MOST_SILENCE_MS, "ago");
        },
      },
    ],
    runJobAlone: (run) => runner.runAlone(run),
    advanceClock: (tenantId, to, deadlineMs) => clocks.advance(tenantId, to, deadlineMs),
    async stop() {
      if (options.doesWork) await Promise.all(workers.map((worker) => worker.stop()));
      await watch.stop();
      await Promise.all([pool.end(), lockPool.end()]);
    },
  };
}

function within(ms: number, most: number, word: string): string {
  if (ms > most) throw new Error(`${Math.round(ms)} ms ${word}`);
  return `${Math.round(ms)} ms ${word}`;
}
