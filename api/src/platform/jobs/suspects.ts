import { type Job } from "graphile-worker";
import { type Pool } from "pg";
import { LeaseLost } from "./lease.ts";

/**
 * Jobs whose worker died before (see `takeBackJobs`). One death: the job says that it runs, so that a second death tells who
 * was running. Two deaths: it runs alone among its kind, so that a third death tells who is to blame.
 */
export class Suspects {
  readonly #pool: Pool;
  readonly #workerId: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: Pool, workerId: string) {
    this.#pool = pool;
    this.#workerId = workerId;
  }

  /** Runs a job; one that is no suspect costs nothing more. */
  async watch(job: Job, run: () => Promise<void>): Promise<void> {
    if (job.priority >= 0) return run();
    if (job.priority === -1) return this.#marked(job, run);
    const turn = this.#last.then(() => this.#marked(job, run));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #marked({ id }: Job, run: () => Promise<void>): Promise<void> {
    const { rowCount } = await this.#pool.query(
      "update worker_heartbeats set suspects = array_append(suspects, $2::bigint) where worker_id = $1",
      [this.#workerId, id],
    );
    if (rowCount === 0) throw new LeaseLost(`The lease of ${this.#workerId} was taken.`);
    try {
      await run();
    } finally {
      await this.#pool.query(
        "update worker_heartbeats set suspects = array_remove(suspects, $2::bigint) where worker_id = $1",
        [this.#workerId, id],
      );
    }
  }
}
