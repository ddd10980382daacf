import { type Pool } from "pg";
import { businessTime } from "../clock.ts";
import { derivedId } from "../ids.ts";
import { type Log } from "../log.ts";
import { openOperatorTask } from "../operator-tasks.ts";
import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";
import { QUARANTINED_AT } from "./dead-workers.ts";
import { systemScope } from "./system-scope.ts";

interface FailedJob {
  readonly id: number;
  readonly key: string;
  readonly task: string;
  readonly attempts: number;
  readonly priority: number;
  readonly failure: string;
}

/** What opening tasks for failed jobs needs. */
export interface FailedJobsOptions {
  readonly pool: Pool;
  readonly scopes: Scopes;
  readonly loadTenant: (id: string) => Promise<Tenant | null>;
  readonly log: Log;
}

/** Opens an operator task for every job that failed for good. The job stays in the queue until somebody decides about it. */
export class FailedJobs {
  readonly #options: FailedJobsOptions;
  /** Failures already told by this process, so that kept jobs cost nothing. */
  readonly #told = new Set<string>();

  constructor(options: FailedJobsOptions) {
    this.#options = options;
  }

  /** Looks through the queue once. */
  async report(): Promise<void> {
    // A job that is tried again by hand and fails again has another run_at.
    const { rows } = await this.#options.pool.query<FailedJob>(
      `select id, key, task_identifier as task, attempts, priority, id || ' at ' || run_at as failure
       from graphile_worker.jobs
       where attempts >= max_attempts and locked_at is null and key is not null`,
    );
    for (const job of rows) {
      if (this.#told.has(job.failure)) continue;
      await this.#open(job);
      this.#told.add(job.failure);
    }
    if (rows.length === 0) this.#told.clear();
  }

  async #open({ key, task, attempts, priority, failure }: FailedJob): Promise<void> {
    const { scopes, loadTenant, log } = this.#options;
    const tenantId = key.slice(0, key.indexOf(":"));
    const kind = priority >= QUARANTINED_AT ? "jobs.quarantined" : "jobs.failed";
    log.error({ tenantId, job: task, attempts, kind }, "A job failed for good.");
    const tenant = await loadTenant(tenantId);
    if (!tenant) return;
    const options = systemScope(tenant, { cause: "jobs.report", requestId: key, now: businessTime(tenant) });
    await scopes.transact(options, async (scope) => {
      const subjectId = derivedId(key);
      // A task already worked on must not come back for the same failure.
      const known = await scope.sql`
        select id from operator_tasks
        where tenant_id = ${tenant.id} and kind = ${kind} and subject_id = ${subjectId} and params ->> 'failure' = ${failure}`;
      if (known.length === 0)
        await openOperatorTask(scope, { kind, subjectId, params: { job: task, key, attempts, failure } });
    });
  }
}
