import { type Pool, type PoolClient } from "pg";

/** A timer taken for running; nobody else runs it while it stays taken. */
export interface ClaimedTimer {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly dueAt: Date;
  readonly payload: unknown;
  /** Counts this run too, and tells it from a later one. */
  readonly attempts: number;
}

/** A timer taken and not begun after this is taken by another process. A begun one is locked by its own transaction. */
const ORPHAN_AFTER = "15 seconds";

/** Any number, the same in every process; with the tenant it locks a sandbox's clock. */
export const CLOCK_LOCK = 7_235_562;

/** From two seconds, doubled with every attempt, to one hour. */
const backOff = "least(power(2, t.attempts), 3600) * interval '1 second'";

const returned = `returning t.tenant_id as "tenantId", t.id, t.kind, t.subject_id as "subjectId", t.due_at as "dueAt", t.payload, t.attempts`;
const take =
  "update timers t set state = 'firing', claimed_at = clock_timestamp(), attempts = t.attempts + 1";
const isLive = "not exists (select from tenants s where s.id = t.tenant_id and s.is_sandbox)";

/** Takes timers of live tenants that are due, failed long enough ago, or were left by a dead process; the earliest first. */
export async function claimLiveTimers(
  pool: Pool,
  kinds: readonly string[],
  limit: number,
): Promise<ClaimedTimer[]> {
  const { rows } = await pool.query<ClaimedTimer>({
    name: "claim_live_timers",
    text: `
      with due as (
        select tenant_id, id from timers t
        where state = 'pending' and due_at <= now() and kind = any($1::text[]) and ${isLive}
        order by due_at, id limit $2 for update skip locked
      ), failed as (
        select tenant_id, id from timers t
        where state = 'failed' and claimed_at < now() - ${backOff} and kind = any($1::text[]) and ${isLive}
        order by claimed_at limit $2 for update skip locked
      ), orphaned as (
        select tenant_id, id from timers t
        where state = 'firing' and claimed_at < now() - interval '${ORPHAN_AFTER}' and kind = any($1::text[]) and ${isLive}
        order by claimed_at limit $2 for update skip locked
      )
      ${take} from (table due union all table failed union all table orphaned) taken
      where t.tenant_id = taken.tenant_id and t.id = taken.id ${returned}`,
    values: [kinds, limit],
  });
  return rows.sort(byDueTime);
}

/** Takes what is due in one sandbox, by its own clock, unless that clock is just being advanced. */
export async function claimSandboxTimers(
  pool: Pool,
  { tenantId, kinds, limit }: { tenantId: string; kinds: readonly string[]; limit: number },
): Promise<ClaimedTimer[]> {
  const { rows } = await pool.query<ClaimedTimer>({
    name: "claim_sandbox_timers",
    text: `
      with clock as materialized (
        select id, now() + clock_offset_ms * interval '1 millisecond' as at from tenants
        where id = $1 and pg_try_advisory_xact_lock_shared(${CLOCK_LOCK}, hashtext($1::text))
      ), taken as (
        select t.tenant_id, t.id from timers t, clock
        where t.tenant_id = clock.id and kind = any($2::text[]) and (
          (state = 'pending' and due_at <= clock.at)
          or (state = 'failed' and claimed_at < now() - ${backOff})
          or (state = 'firing' and claimed_at < now() - interval '${ORPHAN_AFTER}')
        )
        order by due_at, t.id limit $3 for update of t skip locked
      )
      ${take} from taken where t.tenant_id = taken.tenant_id and t.id = taken.id ${returned}`,
    values: [tenantId, kinds, limit],
  });
  return rows.sort(byDueTime);
}

/** The sandboxes with something to do by their own clocks. */
export async function sandboxesDue(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: "sandboxes_due",
    text: `
      select s.id from tenants s
      where s.is_sandbox and exists (
        select from timers t
        where t.tenant_id = s.id and t.state = 'pending'
          and t.due_at <= now() + s.clock_offset_ms * interval '1 millisecond'
      )
      union
      select t.tenant_id from timers t join tenants s on s.id = t.tenant_id and s.is_sandbox
      where t.state in ('failed', 'firing') and t.claimed_at < now() - interval '2 seconds'`,
  });
  return rows.map(({ id }) => id);
}

/** Takes a sandbox's next timer on the way to a moment; null when none is left. Whoever calls holds the clock's lock. */
export async function claimNext(
  client: Pool | PoolClient,
  { tenantId, kinds, to }: { tenantId: string; kinds: readonly string[]; to: Date },
): Promise<ClaimedTimer | null> {
  const { rows } = await client.query<ClaimedTimer>({
    name: "claim_next_timer",
    text: `
      with next as (
        select tenant_id, id from timers
        where tenant_id = $1 and state = 'pending' and due_at <= $3 and kind = any($2::text[])
        order by due_at, id limit 1 for update
      )
      ${take} from next where t.tenant_id = next.tenant_id and t.id = next.id ${returned}`,
    values: [tenantId, kinds, to],
  });
  return rows[0] ?? null;
}

/** Takes a sandbox's timers that failed or were left by a dead process, however short ago they failed. */
export async function claimUnfinished(
  client: Pool | PoolClient,
  { tenantId, kinds }: { tenantId: string; kinds: readonly string[] },
): Promise<ClaimedTimer[]> {
  const { rows } = await client.query<ClaimedTimer>({
    name: "claim_unfinished_timers",
    text: `
      ${take} where t.tenant_id = $1 and t.kind = any($2::text[])
        and (t.state = 'failed' or (t.state = 'firing' and t.claimed_at < now() - interval '${ORPHAN_AFTER}')) ${returned}`,
    values: [tenantId, kinds],
  });
  return rows.sort(byDueTime);
}

const byDueTime = (one: ClaimedTimer, other: ClaimedTimer): number =>
  one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1);
