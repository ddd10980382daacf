import { type Scope } from "../scope/scope.ts";

/** Thrown when a worker was taken for dead and its jobs were given to others: nothing it does may commit. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** The run of a job as its effect knows it. */
export interface JobRun {
  /** The event's id and the subscriber's name. */
  readonly jobId: string;
  /** The worker that holds the job while its row in worker_heartbeats stands. */
  readonly workerId: string;
}

/**
 * Marks the job's effect as done in the effect's own transaction; false when it was done before. Two workers with the same
 * job meet at the mark's key: the second waits for the first and then finds it.
 */
export async function claimEffect(scope: Scope, { jobId, workerId }: JobRun): Promise<boolean> {
  const [answer] = await scope.sql<{ isLeased: boolean; isMarked: boolean }>`
    with lease as (select from worker_heartbeats where worker_id = ${workerId}),
    mark as (
      insert into processed_jobs (tenant_id, job_id) select ${scope.tenant.id}::uuid, ${jobId}::text from lease
      on conflict do nothing returning job_id
    )
    select exists (select from lease) as is_leased, exists (select from mark) as is_marked`;
  if (!answer?.isLeased) throw new LeaseLost(`The lease of ${workerId} was taken.`);
  return answer.isMarked;
}

/** Whether the job's effect was committed by an earlier run. */
export async function isEffectDone(scope: Scope, { jobId }: JobRun): Promise<boolean> {
  const found = await scope.sql`
    select job_id from processed_jobs where tenant_id = ${scope.tenant.id} and job_id = ${jobId}`;
  return found.length > 0;
}

/** Throws when the lease was taken meanwhile; the last statement before a commit, and before a call to the outside. */
export async function assertLease(scope: Scope, { workerId }: JobRun): Promise<void> {
  const found = await scope.sql`select worker_id from worker_heartbeats where worker_id = ${workerId}`;
  if (found.length === 0) throw new LeaseLost(`The lease of ${workerId} was taken.`);
}
