import { type Job } from "graphile-worker";
import { type Pool } from "pg";
import { QUARANTINED_AT } from "./dead-workers.ts";
import { LeaseLost } from "./lease.ts";
import { LoneProcess, type LoneProgram, type LoneRun, ProcessDied } from "./own-process.ts";

/** What suspects are run with. */
export interface SuspectsOptions {
  /** Connections of the role app_relay. */
  readonly pool: Pool;
  readonly workerId: string;
  readonly loneProgram: LoneProgram;
}

/** One run of a job: here, or told to another process. */
export interface SuspectRun {
  readonly here: () => Promise<void>;
  readonly lone: LoneRun;
  readonly signal: AbortSignal;
}

/**
 * Jobs whose worker died before (see `takeBackJobs`). One death: the job says that it runs, so that a second death tells who
 * was running. Two deaths: it runs in a process of its own, one such job at a time. Whatever ends that process while the worker
 * lives on was the job, which is quarantined; when both end, it may have been anything, and the job is run again.
 */
export class Suspects {
  readonly #options: SuspectsOptions;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #process: LoneProcess | null = null;

  constructor(options: SuspectsOptions) {
    this.#options = options;
  }

  /** Runs a job; one that is no suspect costs nothing more. */
  async watch(job: Job, run: SuspectRun): Promise<void> {
    if (job.priority === 0) return run.here();
    if (job.priority === -1) {
      return this.#unmarking(job, async () => {
        await this.#mark(job);
        await run.here();
      });
    }
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#unmarking(job, () => this.#runApart(job, run)));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Those that wait behind each other share a process: one that outlived a job is as good as new, and starting one takes seconds. */
  async #runApart(job: Job, { lone, signal }: SuspectRun): Promise<void> {
    let isReusable = false;
    try {
      this.#process ??= new LoneProcess(this.#options.loneProgram);
      await this.#process.run(lone, { signal, onReady: () => this.#mark(job) });
      isReusable = true;
    } catch (error) {
      if (error instanceof ProcessDied) await this.#quarantine(job);
      throw error;
    } finally {
      this.#waiting -= 1;
      if (!isReusable || this.#waiting === 0) {
        this.#process?.end();
        this.#process = null;
      }
    }
  }

  async #mark({ id }: Job): Promise<void> {
    const { pool, workerId } = this.#options;
    const { rowCount } = await pool.query(
      "update worker_heartbeats set suspects = array_append(suspects, $2::bigint) where worker_id = $1",
      [workerId, id],
    );
    if (rowCount === 0) throw new LeaseLost(`The lease of ${workerId} was taken.`);
  }

  async #unmarking({ id }: Job, run: () => Promise<void>): Promise<void> {
    const { pool, workerId } = this.#options;
    try {
      await run();
    } finally {
      await pool.query(
        "update worker_heartbeats set suspects = array_remove(suspects, $2::bigint) where worker_id = $1",
        [workerId, id],
      );
    }
  }

  /** Takes the job's attempts while it is still held: it fails with this run, and is not run again by itself. */
  async #quarantine({ id }: Job): Promise<void> {
    const { pool, workerId } = this.#options;
    await pool.query(
      `update graphile_worker._private_jobs set attempts = max_attempts, priority = $3
       where id = $1 and locked_by = $2`,
      [id, workerId, QUARANTINED_AT],
    );
  }
}
