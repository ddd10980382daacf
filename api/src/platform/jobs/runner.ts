import { Logger, runTaskList, type JobHelpers, type TaskList, type WorkerPool } from "graphile-worker";
import { type Pool } from "pg";
import { type Bugs } from "../alerts/bugs.ts";
import { type Log, withLogContext } from "../log.ts";
import { startLoop, type Loop } from "../loop.ts";
import { type Metrics } from "../metrics.ts";
import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";
import { takeBackJobs } from "./dead-workers.ts";
import { FailedJobs } from "./failed-jobs.ts";
import { givingBack } from "./giving-back.ts";
import { inOrder } from "./in-order.ts";
import { type Heartbeat, startHeartbeat } from "./heartbeat.ts";
import { type Job } from "./job.ts";
import { LeaseLost } from "./lease.ts";
import { type LoneProgram, type LoneRun, ProcessDied } from "./own-process.ts";
import { runJob } from "./run-job.ts";
import { jobIdOf, type JobEnvelope, subscriptionsOf } from "./subscriptions.ts";
import { Suspects } from "./suspects.ts";

/** What a runner works with. */
export interface RunnerOptions {
  /** Connections of the role app_relay, six or more. */
  readonly pool: Pool;
  /** The same role's address, for the heartbeat's own connection. */
  readonly relayUrl: string;
  readonly jobs: readonly Job[];
  readonly scopes: Scopes;
  /** The tenant with its clock as it stands now. */
  readonly loadTenant: (id: string) => Promise<Tenant | null>;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly bugs: Bugs;
  /** Jobs run at once; each holds a connection of the scopes' pool. */
  readonly concurrency: number;
  /** Runs a job by itself whose worker died with it before. */
  readonly loneProgram: LoneProgram;
}

const REAP_MS = 2000;
/** Rounds of the reaper between two looks at the whole queue, for workers that never gave a sign and for failures. */
const THOROUGH_EVERY = 5;
const STOP_PATIENCE_MS = 15_000;
const RESTART_MS = 1000;

/** 500 jobs fetched at once run twice as fast as 200; those that wait behind a slow one are given back after 10 s. */
export const queuePreset = (concurrency: number): GraphileConfig.Preset => ({
  worker: {
    concurrentJobs: concurrency,
    pollInterval: 1000,
    localQueue: { size: 500, ttl: 10_000 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
});

/** Runs jobs until stopped, gives signs of life meanwhile, and takes back the jobs of workers that died. */
export class JobRunner {
  readonly #options: RunnerOptions;
  readonly #ran: (at: Readonly<Record<"job" | "result", string>>) => void;
  readonly #took: (at: Readonly<Record<"job", string>>, seconds: number) => void;
  readonly #failed: FailedJobs;
  #current: { queue: WorkerPool; heartbeat: Heartbeat } | undefined;
  #running: Promise<void> | undefined;
  #reaper: Loop | undefined;
  #rounds = 0;
  #hasFailures = false;
  #isStopping = false;

  constructor(options: RunnerOptions) {
    this.#options = options;
    const { metrics, pool } = options;
    this.#ran = metrics.counter("tessera_jobs_total", "Jobs run by this process.", ["job", "result"]);
    this.#took = metrics.histogram("tessera_job_seconds", "Run time of jobs.", ["job"]);
    metrics.gauge("tessera_jobs_queued", "Jobs in the queue by state.", () => queueDepth(pool), "state");
    this.#failed = new FailedJobs(options);
  }

  start(): void {
    this.#running = this.#keepRunning();
    this.#reaper = startLoop("Taking back jobs", this.#options.log, () => this.#reap());
  }

  /** Lets running jobs finish for some seconds, then gives the rest back. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#reaper?.stop();
    const { queue } = this.#current ?? {};
    if (queue) {
      const impatience = setTimeout(() => void endNow(queue, "The process stops."), STOP_PATIENCE_MS);
      await Promise.resolve(queue.gracefulShutdown("The process stops.")).catch(() => undefined);
      clearTimeout(impatience);
    }
    await this.#running;
  }

  /** A queue that ended by itself, or lost its lease, is replaced by a new one under a new name. */
  async #keepRunning(): Promise<void> {
    while (!this.#isStopping) {
      await this.#runQueue().catch((error: unknown) => {
        const { log } = this.#options;
        if (this.#isStopping) log.warn({ err: error }, "The job queue was ended before its jobs were done.");
        else log.error({ err: error }, "The job queue ended and is started again.");
      });
      if (!this.#isStopping) await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
    }
  }

  async #runQueue(): Promise<void> {
    const { pool, relayUrl, log, concurrency, loneProgram } = this.#options;
    const started = Promise.withResolvers<{ workerId: string; heartbeat: Heartbeat; suspects: Suspects }>();
    const tasks: TaskList = Object.fromEntries(
      this.#options.jobs.map((job) => [
        job.name,
        async (payload: unknown, helpers: JobHelpers) => {
          const worker = await started.promise;
          await Promise.race([worker.heartbeat.alive, helpers.abortPromise]);
          await this.#run(job, payload as JobEnvelope, { ...worker, helpers });
        },
      ]),
    );
    const logger = new Logger(() => (level, message, meta) => {
      // Failures of jobs are logged by the run itself, without their payload.
      if (level === "error" && !meta["failure"])
        log.error({ queue: message }, "The job queue reports an error.");
    });
    const queue = runTaskList(
      { preset: queuePreset(concurrency), events: inOrder(givingBack()), logger, noHandleSignals: true },
      tasks,
      pool,
    );
    const heartbeat = startHeartbeat({
      url: relayUrl,
      workerId: queue.id,
      subscriptions: subscriptionsOf(this.#options.jobs),
      log,
    });
    const suspects = new Suspects({ pool, workerId: queue.id, loneProgram });
    started.resolve({ workerId: queue.id, heartbeat, suspects });
    this.#current = { queue, heartbeat };
    void heartbeat.lost.then(() => endNow(queue, "The worker was taken for dead."));
    try {
      await queue.promise;
    } finally {
      this.#current = undefined;
      await heartbeat.stop();
    }
  }

  /** Runs a job under the lease of the worker that holds it, in another process than this one. */
  async runAlone({ jobName, envelope, workerId }: LoneRun): Promise<void> {
    const job = this.#options.jobs.find(({ name }) => name === jobName);
    if (!job) throw new Error(`No module has a job ${jobName}.`);
    // Whoever started this process ends it when it may wait no longer.
    await this.#perform(job, envelope, { workerId, signal: new AbortController().signal });
  }

  async #perform(
    job: Job,
    { tenantId, eventId, fact }: JobEnvelope,
    run: { workerId: string; signal: AbortSignal },
  ): Promise<void> {
    const { scopes, loadTenant } = this.#options;
    const tenant = await loadTenant(tenantId);
    if (!tenant) throw new Error("The job's tenant does not exist.");
    await runJob(scopes, { job, tenant, fact, jobId: jobIdOf(eventId, job.name), ...run });
  }

  async #run(
    job: Job,
    envelope: JobEnvelope,
    { workerId, suspects, helpers }: { workerId: string; suspects: Suspects; helpers: JobHelpers },
  ): Promise<void> {
    const { log, bugs } = this.#options;
    const { tenantId, eventId } = envelope;
    const signal = helpers.abortSignal;
    const jobId = jobIdOf(eventId, job.name);
    const began = performance.now();
    const context = { requestId: jobId, tenantId, actor: `system:${job.name}` };
    await withLogContext(context, async () => {
      let result = "done";
      try {
        await suspects.watch(helpers.job, {
          here: () => this.#perform(job, envelope, { workerId, signal }),
          lone: { jobName: job.name, envelope, workerId },
          signal,
        });
      } catch (error) {
        result = "failed";
        const { attempts, max_attempts: most } = helpers.job;
        const isOver = (attempts >= most && !(error instanceof LeaseLost)) || error instanceof ProcessDied;
        // The other side of a send may be away for a while: somebody is needed only when no attempt is left.
        const level = isOver ? "error" : "warn";
        log[level]({ err: error, job: job.name, attempt: attempts, of: most }, "A job failed.");
        if (!(error instanceof LeaseLost)) bugs.note(error, { place: job.name, requestId: jobId });
        if (isOver) {
          this.#hasFailures = true;
          this.#reaper?.soon(REAP_MS / 4);
        }
        throw error;
      } finally {
        this.#ran({ job: job.name, result });
        this.#took({ job: job.name }, (performance.now() - began) / 1000);
      }
    });
  }

  async #reap(): Promise<number> {
    const { pool, log } = this.#options;
    const isThorough = this.#rounds % THOROUGH_EVERY === 0;
    this.#rounds += 1;
    const taken = await takeBackJobs(pool, { alsoUnknown: isThorough });
    if (taken.workers > 0) log.warn(taken, "Workers died; their jobs were taken back.");
    if (isThorough || this.#hasFailures || taken.jobs > 0) {
      this.#hasFailures = false;
      await this.#failed.report();
    }
    return REAP_MS;
  }
}

/** What cannot be ended in order is given back by the next worker that looks for the dead. */
const endNow = (queue: WorkerPool, reason: string): Promise<unknown> =>
  Promise.resolve(queue.forcefulShutdown(reason)).catch(() => undefined);

interface QueueDepth extends Readonly<Record<string, number>> {
  readonly ready: number;
  readonly running: number;
  readonly retrying: number;
  readonly failed: number;
}

/** Jobs in the queue by state. */
export async function queueDepth(pool: Pool): Promise<QueueDepth> {
  const { rows } = await pool.query<QueueDepth>(
    `select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()) as ready,
       count(*) filter (where locked_at is not null) as running,
       count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now()) as retrying,
       count(*) filter (where locked_at is null and attempts >= max_attempts) as failed
     from graphile_worker.jobs`,
  );
  return rows[0] ?? { ready: 0, running: 0, retrying: 0, failed: 0 };
}
