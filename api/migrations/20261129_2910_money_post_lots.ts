import { type Knex } from "knex";
import { up as writeFirstPost } from "./20261121_0510_money_ledger_post.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create or replace function ledger_post(groups jsonb) returns integer
    language plpgsql security definer
    set search_path = public, pg_temp
    -- Plans live as long as connections: one made while the tables were small must be right when they are large.
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
    as $$
    declare
      tenant uuid := app_tenant();
      transaction_number bigint := pg_current_xact_id()::text;
      ids uuid[]; debit_ids uuid[]; credit_ids uuid[]; amounts bigint[]; states text[]; pending_ids uuid[];
      causes text[]; order_ids uuid[]; payment_ids uuid[]; times timestamptz[];
      reversed_ids uuid[]; lot_ids uuid[]; lot_ends timestamptz[];
      recorded_ids uuid[]; moves_lots boolean;
      changed uuid[]; debits bigint[]; credits bigint[]; reserved bigint[]; expected bigint[];
    begin
      if tenant is null then
        raise exception 'ledger_post needs a tenant';
      end if;

      select array_agg(t.id), array_agg(t.debit), array_agg(t.credit), array_agg(t.amount), array_agg(t.state),
        array_agg(t.pending_id), array_agg(g.cause), array_agg(g.order_id), array_agg(g.payment_id), array_agg(g.happened_at),
        array_agg(t.reverses_id), array_agg(t.lot_id), array_agg(t.lot_expires_at)
      into ids, debit_ids, credit_ids, amounts, states, pending_ids, causes, order_ids, payment_ids, times,
        reversed_ids, lot_ids, lot_ends
      from jsonb_to_recordset(groups)
          as g(cause text, order_id uuid, payment_id uuid, happened_at timestamptz, transfers jsonb),
        jsonb_to_recordset(g.transfers)
          as t(id uuid, debit uuid, credit uuid, amount bigint, state text, pending_id uuid, reverses_id uuid, lot_id uuid,
            lot_expires_at timestamptz);

      insert into ledger_accounts (tenant_id, id, kind, owner, unit, opened_at)
      select distinct on (a.id) tenant, a.id, a.kind, a.owner, a.unit, g.happened_at
      from jsonb_to_recordset(groups) as g(happened_at timestamptz, accounts jsonb),
        jsonb_to_recordset(g.accounts) as a(id uuid, kind text, owner text, unit text)
      order by a.id
      on conflict do nothing;

      -- One order for everybody, accounts before transfers: crossing calls wait for each other and never in a circle.
      select coalesce(bool_or(kind = 'wallet'), false) into moves_lots from (
        select kind from ledger_accounts
        where tenant_id = tenant and is_guarded and id = any (debit_ids || credit_ids)
        order by id
        for no key update
      ) locked;

      with entries as (
        insert into ledger_transfers (tenant_id, id, debit_account_id, credit_account_id, unit, amount, state, pending_id,
          cause, order_id, payment_id, happened_at, recorded_in, reverses_id, lot_id, lot_expires_at)
        select tenant, w.id, w.debit, w.credit, d.unit, w.amount, w.state, w.pending_id,
          w.cause, w.order_id, w.payment_id, w.happened_at, transaction_number, w.reverses_id, w.lot_id, w.lot_expires_at
        from unnest(ids, debit_ids, credit_ids, amounts, states, pending_ids, causes, order_ids, payment_ids, times,
            reversed_ids, lot_ids, lot_ends)
          as w(id, debit, credit, amount, state, pending_id, cause, order_id, payment_id, happened_at,
            reverses_id, lot_id, lot_expires_at)
        -- "limit 1" keeps these look-ups by key, one per transfer.
        cross join lateral (select * from ledger_accounts where tenant_id = tenant and id = w.debit limit 1) d
        cross join lateral (select * from ledger_accounts where tenant_id = tenant and id = w.credit limit 1) c
        left join lateral (select * from ledger_transfers where tenant_id = tenant and id = w.pending_id limit 1) p on true
        left join lateral (select * from ledger_transfers where tenant_id = tenant and id = w.reverses_id limit 1) r on true
        where c.unit = d.unit and case
          when w.reverses_id is not null then w.pending_id is null and w.state = 'posted' and (d.is_guarded or c.is_guarded)
            and r.state = 'posted' and r.debit_account_id = w.credit and r.credit_account_id = w.debit
          when w.pending_id is not null then p.state = 'pending' and p.debit_account_id = w.debit and p.credit_account_id = w.credit
            and (w.amount = p.amount or w.state = 'posted' and w.amount < p.amount)
          when w.state = 'pending' then d.is_guarded or c.is_guarded
          else w.state = 'posted'
        end
        order by w.id
        on conflict do nothing
        returning id, debit_account_id, credit_account_id, amount, state, pending_id
      ),
      changes as (
        select change.account_id, sum(change.debits_posted)::bigint as debits_posted,
          sum(change.credits_posted)::bigint as credits_posted, sum(change.debits_pending)::bigint as debits_pending,
          sum(change.credits_pending)::bigint as credits_pending
        from (
          select e.*, case e.state when 'posted' then e.amount else 0 end as posted,
            case when e.state = 'pending' then e.amount when e.pending_id is not null then -p.amount else 0 end as pending
          from entries e
          left join lateral (select amount from ledger_transfers where tenant_id = tenant and id = e.pending_id limit 1) p on true
        ) moved
        cross join lateral (values
          (moved.debit_account_id, moved.posted, 0, moved.pending, 0),
          (moved.credit_account_id, 0, moved.posted, 0, moved.pending)
        ) as change(account_id, debits_posted, credits_posted, debits_pending, credits_pending)
        group by change.account_id
      )
      select array(select id from entries), array_agg(account_id), array_agg(debits_posted), array_agg(credits_posted),
        array_agg(debits_pending), array_agg(credits_pending)
      into recorded_ids, changed, debits, credits, reserved, expected
      from changes;

      -- Apart from the statement above: joined to it, a plan may read all of the tenant's accounts to find a handful.
      update ledger_accounts a set
        debits_posted = a.debits_posted + debits[array_position(changed, a.id)],
        credits_posted = a.credits_posted + credits[array_position(changed, a.id)],
        debits_pending = a.debits_pending + reserved[array_position(changed, a.id)],
        credits_pending = a.credits_pending + expected[array_position(changed, a.id)]
      where a.tenant_id = tenant and a.id = any (changed) and a.is_guarded;

      if moves_lots and cardinality(recorded_ids) > 0 then
        perform ledger_move_lots(recorded_ids);
      end if;
      -- The accounts are locked, so everything that was brought back before is seen here.
      if cardinality(array_remove(reversed_ids, null)) > 0 and exists (
        select from ledger_transfers r
        where r.tenant_id = tenant and r.id = any (reversed_ids)
          and r.amount < (select sum(t.amount) from ledger_transfers t where t.tenant_id = tenant and t.reverses_id = r.id)
      ) then
        raise exception 'more is brought back than was moved' using errcode = 'TL004';
      end if;

      if cardinality(recorded_ids) < cardinality(ids) then
        perform ledger_explain(groups);
      end if;
      return cardinality(recorded_ids);
    end $$;

    create or replace function ledger_explain(groups jsonb) returns void
    language plpgsql stable
    set search_path = public, pg_temp
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
    as $$
    declare
      tenant uuid := app_tenant();
      wrong record;
    begin
      select w.id, w.pending_id, t.id is not null as is_known, p.id is not null as is_resolved into wrong
      from jsonb_to_recordset(groups) as g(transfers jsonb, order_id uuid, payment_id uuid)
      cross join jsonb_to_recordset(g.transfers)
        as w(id uuid, debit uuid, credit uuid, amount bigint, state text, pending_id uuid, reverses_id uuid)
      left join lateral (select * from ledger_transfers where tenant_id = tenant and id = w.id limit 1) t on true
      left join lateral (
        select id from ledger_transfers where tenant_id = tenant and pending_id = w.pending_id limit 1) p on true
      where (t.debit_account_id, t.credit_account_id, t.amount, t.state, t.pending_id, t.reverses_id, t.order_id, t.payment_id)
        is distinct from (w.debit, w.credit, w.amount, w.state, w.pending_id, w.reverses_id, g.order_id, g.payment_id)
      order by w.id
      limit 1;
      if not found then
        return;
      elsif wrong.is_known then
        raise exception 'transfer % was recorded with another content', wrong.id using errcode = 'TL001';
      elsif wrong.is_resolved then
        raise exception 'transfer % is no longer pending', wrong.pending_id using errcode = 'TL002';
      end if;
      raise exception 'transfer % names another unit, an unknown promise or more than was promised', wrong.id
        using errcode = 'TL003';
    end $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop function ledger_post(jsonb); drop function ledger_explain(jsonb);");
  await writeFirstPost(knex);
}
