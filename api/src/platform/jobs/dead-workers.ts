import { type ClientBase, type Pool } from "pg";
import { inTransaction } from "../db/transaction.ts";

/** Silence after which a worker counts as dead: five beats. */
const DEAD_AFTER = "10 seconds";

/**
 * Deaths of its worker after which a job is not run again by itself: many, because at those after the second the job was in a
 * process of its own, and whatever ended that and its worker together ended everything. A job that ends only its own process
 * counts as many at once; see `Suspects`.
 */
export const QUARANTINED_AT = 10;

/** Any number, the same in every process. */
const REAPER_LOCK = 7_235_561;

/** What became of a dead worker's jobs. */
export interface TakenBack {
  readonly workers: number;
  readonly jobs: number;
}

interface LockedJob {
  readonly id: number;
  readonly attempts: number;
  readonly priority: number;
  readonly isSuspect: boolean;
}

/**
 * Gives the jobs of dead workers back to the queue and ends the workers' leases, in one transaction. A death is not an
 * attempt: it is counted in the job's priority, -1 for the first and then as many as there were. At the first death nobody
 * knows which of the worker's jobs were running, so all are suspects; suspects say when they run, so from the second death on
 * only the running ones count. Those run in processes of their own, where each is seen by itself (`Suspects`), and last of all:
 * they wait for each other, and nobody else is to wait for them.
 * Workers that died before their first beat are found only when asked for, since that reads the whole queue.
 */
export async function takeBackJobs(
  pool: Pool,
  { alsoUnknown }: { alsoUnknown: boolean },
): Promise<TakenBack> {
  // Nearly always there is no dead worker, and this is all that is asked.
  const { rows } = await pool.query<{ id: string }>(alsoUnknown ? `${silent} union ${unknown}` : silent);
  if (rows.length === 0) return nothing;
  return inTransaction(pool, (client) =>
    takeBackIn(
      client,
      rows.map(({ id }) => id),
    ),
  );
}

const nothing: TakenBack = { workers: 0, jobs: 0 };

const silent = `select worker_id as id from worker_heartbeats where seen_at < now() - interval '${DEAD_AFTER}'`;

const unknown = `
  select locked_by from graphile_worker.jobs
  where locked_at < now() - interval '${DEAD_AFTER}'
    and not exists (select from worker_heartbeats where worker_id = locked_by)`;

async function takeBackIn(client: ClientBase, workers: string[]): Promise<TakenBack> {
  const { rows: locks } = await client.query<{ mine: boolean }>(
    "select pg_try_advisory_xact_lock($1) as mine",
    [REAPER_LOCK],
  );
  if (!locks[0]?.mine) return nothing;
  // A worker whose beat arrives now waits for this deletion, and then learns that its lease is gone.
  const { rows: ended } = await client.query<{ id: string; suspects: number[] }>(
    `delete from worker_heartbeats
     where worker_id = any($1::text[]) and seen_at < now() - interval '${DEAD_AFTER}'
     returning worker_id as id, suspects`,
    [workers],
  );
  const { rows: neverSeen } = await client.query<{ id: string }>(
    `select id from unnest($1::text[]) asked(id)
     where id <> all($2::text[]) and not exists (select from worker_heartbeats where worker_id = id)`,
    [workers, ended.map(({ id }) => id)],
  );
  const dead = [...ended, ...neverSeen].map(({ id }) => id);
  const { rows: jobs } = await client.query<LockedJob>(
    `select id, attempts, priority, id = any($2::bigint[]) as "isSuspect"
     from graphile_worker.jobs where locked_by = any($1::text[])`,
    [dead, ended.flatMap(({ suspects }) => suspects)],
  );
  await client.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
  await reschedule(client, jobs);
  return { workers: dead.length, jobs: jobs.length };
}

const priorityAfter = (deaths: number): number => (deaths === 1 ? -1 : deaths);

async function reschedule(client: ClientBase, jobs: readonly LockedJob[]): Promise<void> {
  const deathsOf = ({ priority, isSuspect }: LockedJob) =>
    priority === 0 ? 1 : Math.abs(priority) + Number(isSuspect);
  await client.query(
    `select count(*) from unnest($1::bigint[], $2::integer[], $3::integer[]) changed(id, attempts, priority),
       graphile_worker.reschedule_jobs(array[changed.id], attempts => changed.attempts, priority => changed.priority)`,
    [
      jobs.map(({ id }) => id),
      jobs.map(({ attempts }) => Math.max(0, attempts - 1)),
      jobs.map((job) => priorityAfter(deathsOf(job))),
    ],
  );
  const quarantined = jobs.filter((job) => deathsOf(job) >= QUARANTINED_AT).map(({ id }) => id);
  await client.query("select count(*) from graphile_worker.permanently_fail_jobs($1::bigint[], $2)", [
    quarantined,
    `Its worker died ${QUARANTINED_AT} times while running it.`,
  ]);
}
