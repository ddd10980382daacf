import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function ledger_snapshot(at timestamptz) returns integer
    language plpgsql security definer
    set search_path = public, pg_temp
    as $$
    declare
      tenant uuid := app_tenant();
      -- Every transaction with a smaller number is over; the statement below sees what they recorded, and all of it.
      horizon bigint := pg_snapshot_xmin(pg_current_snapshot())::text;
      here bigint := (select system_identifier from pg_control_system());
      taken integer;
    begin
      if tenant is null then
        raise exception 'ledger_snapshot needs a tenant';
      end if;
      insert into ledger_snapshots as known
        (tenant_id, account_id, debits_posted, credits_posted, covers_before, cluster, taken_at)
      select tenant, a.id, coalesce(old.debits_posted, 0) + d.amount, coalesce(old.credits_posted, 0) + c.amount, horizon, here, at
      from ledger_accounts a
      left join ledger_snapshots old on old.tenant_id = tenant and old.account_id = a.id and old.cluster = here
      cross join lateral (
        select coalesce(sum(t.amount), 0) as amount from ledger_transfers t
        where t.tenant_id = tenant and t.debit_account_id = a.id and t.state = 'posted'
          and t.recorded_in >= coalesce(old.covers_before, 0) and t.recorded_in < horizon) d
      cross join lateral (
        select coalesce(sum(t.amount), 0) as amount from ledger_transfers t
        where t.tenant_id = tenant and t.credit_account_id = a.id and t.state = 'posted'
          and t.recorded_in >= coalesce(old.covers_before, 0) and t.recorded_in < horizon) c
      where a.tenant_id = tenant and not a.is_guarded
      on conflict (tenant_id, account_id) do update set
        debits_posted = excluded.debits_posted, credits_posted = excluded.credits_posted,
        covers_before = excluded.covers_before, cluster = excluded.cluster, taken_at = excluded.taken_at
      where known.cluster <> excluded.cluster or known.covers_before < excluded.covers_before;
      get diagnostics taken = row_count;
      return taken;
    end $$;
    comment on function ledger_snapshot(timestamptz) is 'Brings the sums of the tenant''s unguarded accounts up to what is final, so that their balances stay quick to read.';
    alter function ledger_snapshot(timestamptz) owner to app_ledger;
    revoke all on function ledger_snapshot(timestamptz) from public;
    grant execute on function ledger_snapshot(timestamptz) to app_rt;

    create view ledger_balances with (security_invoker = true) as
    select a.tenant_id, a.id, a.kind, a.owner, a.unit, a.is_guarded,
      case when a.is_guarded then a.debits_posted else coalesce(s.debits_posted, 0) + (
        select coalesce(sum(t.amount), 0) from ledger_transfers t
        where t.tenant_id = a.tenant_id and t.debit_account_id = a.id and t.state = 'posted'
          and t.recorded_in >= coalesce(s.covers_before, 0)) end::bigint as debits_posted,
      case when a.is_guarded then a.credits_posted else coalesce(s.credits_posted, 0) + (
        select coalesce(sum(t.amount), 0) from ledger_transfers t
        where t.tenant_id = a.tenant_id and t.credit_account_id = a.id and t.state = 'posted'
          and t.recorded_in >= coalesce(s.covers_before, 0)) end::bigint as credits_posted,
      a.debits_pending, a.credits_pending
    from ledger_accounts a
    left join ledger_snapshots s on s.tenant_id = a.tenant_id and s.account_id = a.id
      and s.cluster = (select system_identifier from pg_control_system());
    comment on view ledger_balances is 'What every account holds. Promises are counted on guarded accounts alone.';
    alter view ledger_balances owner to app_ledger;
    revoke all on ledger_balances from public;
    grant select on ledger_balances to app_rt, app_operator;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop view ledger_balances; drop function ledger_snapshot(timestamptz);");
}
