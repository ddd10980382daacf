import { businessTime } from "../clock.ts";
import { derivedId } from "../ids.ts";
import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";
import { type Job, type SimpleJob, type ThreePartJob } from "./job.ts";
import { assertLease, claimEffect, isEffectDone, type JobRun } from "./lease.ts";
import { systemScope } from "./system-scope.ts";

/** One run of one job. */
export interface JobTask extends JobRun {
  readonly job: Job;
  readonly tenant: Tenant;
  readonly fact: unknown;
  /** Aborts when the worker is told to stop and can wait no longer. */
  readonly signal: AbortSignal;
}

const DEADLINE_MS = 10_000;

/** Runs a job for its tenant. The effect is committed once, however often this is called for the same job. */
export async function runJob(scopes: Scopes, task: JobTask): Promise<void> {
  const { job, fact } = task;
  const payload = job.payload.parse(fact);
  if ("run" in job) await runSimple(scopes, task, job, payload);
  else await runThreeParts(scopes, task, job, payload);
}

async function runSimple(
  scopes: Scopes,
  task: JobTask,
  { run }: SimpleJob<unknown>,
  payload: unknown,
): Promise<void> {
  await scopes.transact(scopeOf(task), async (scope) => {
    if (!(await claimEffect(scope, task))) return;
    await run(scope, payload);
    await assertLease(scope, task);
  });
}

async function runThreeParts(
  scopes: Scopes,
  task: JobTask,
  { prepare, call, finish, deadlineMs = DEADLINE_MS }: ThreePartJob<unknown, unknown, unknown>,
  payload: unknown,
): Promise<void> {
  const prepared = await scopes.transact(scopeOf(task), async (scope) => {
    if (await isEffectDone(scope, task)) return null;
    const command = await prepare(scope, payload);
    if (command === null) await claimEffect(scope, task);
    await assertLease(scope, task);
    return command;
  });
  if (prepared === null) return;
  const signal = AbortSignal.any([task.signal, AbortSignal.timeout(deadlineMs)]);
  const outcome = await orAborted(
    call(prepared, { signal, key: derivedId(task.tenant.id, task.jobId) }),
    signal,
  );
  await scopes.transact(scopeOf(task), async (scope) => {
    if (!(await claimEffect(scope, task))) return;
    await finish(scope, prepared, outcome);
    await assertLease(scope, task);
  });
}

const scopeOf = ({ tenant, job, jobId }: JobTask) =>
  systemScope(tenant, { cause: job.name, requestId: jobId, now: businessTime(tenant) });

/** Calls that do not listen to their signal must not hold a worker for ever. */
function orAborted<Outcome>(outcome: Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener("abort", abort, { once: true });
  return Promise.race([outcome, aborted]).finally(() => signal.removeEventListener("abort", abort));
}
