import { type Pool } from "pg";

/** What a tenant still has to do. */
export interface Backlog {
  /** Events and jobs that can be worked on now. */
  readonly running: number;
  /** Timers due until the moment asked for that have not run. */
  readonly due: number;
  /** Timers being run by somebody. */
  readonly firing: number;
  /** Timers and jobs that failed, and wait for another try or for a person. */
  readonly failed: number;
}

/** Counts a tenant's unfinished work up to a moment of its business time; events the relay set aside count as failed. */
export async function backlogOf(
  pool: Pool,
  {
    tenantId,
    kinds,
    to,
    stuckEvents,
  }: { tenantId: string; kinds: readonly string[]; to: Date; stuckEvents: readonly string[] },
): Promise<Backlog> {
  const { rows } = await pool.query<Backlog>({
    name: "backlog",
    text: `
      with own as (
        select locked_at is not null or (attempts < max_attempts and run_at <= now()) as is_running
        from graphile_worker.jobs where starts_with(key, $1::text || ':')
        union all
        select not (id = any($4::uuid[])) from outbox where tenant_id = $1::uuid
      )
      select
        (count(*) filter (where is_running))::integer as running,
        (select count(*)::integer from timers
         where tenant_id = $1::uuid and state = 'pending' and due_at <= $3 and kind = any($2::text[])) as due,
        (select count(*)::integer from timers where tenant_id = $1::uuid and state = 'firing') as firing,
        ((select count(*) from timers where tenant_id = $1::uuid and state = 'failed')
          + count(*) filter (where not is_running))::integer as failed
      from own`,
    values: [tenantId, kinds, to, stuckEvents],
  });
  return rows[0] ?? { running: 0, due: 0, firing: 0, failed: 0 };
}
