import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table ledger_transfers
      add column reverses_id uuid,
      add column lot_id uuid,
      add column lot_expires_at timestamptz;
    create index ledger_transfers_reversals on ledger_transfers (reverses_id, tenant_id) where reverses_id is not null;
    -- The economy of a kind of credit in a time. Currencies are three capitals, and stay out of the index.
    create index ledger_transfers_credit_economy on ledger_transfers (unit, tenant_id, happened_at) where unit !~ '^[A-Z]{3}$';
    comment on column ledger_transfers.reverses_id is 'The earlier movement of which this one brings back all or a part, between the same two accounts.';
    comment on column ledger_transfers.lot_id is 'The one lot it takes from; empty when it takes from what ends first.';
    comment on column ledger_transfers.lot_expires_at is 'Until when what it brings to a wallet can be spent; empty for ever.';

    create table ledger_lots (
      tenant_id uuid not null,
      id uuid not null,
      account_id uuid not null,
      amount bigint not null check (amount > 0),
      remaining bigint not null,
      opened_at timestamptz not null,
      expires_at timestamptz,
      -- No foreign key to transfers: it would lock rows that not even the ledger's owner may touch.
      primary key (tenant_id, id),
      foreign key (tenant_id, account_id) references ledger_accounts (tenant_id, id) on delete restrict,
      constraint ledger_lots_within check (remaining between 0 and amount)
    ) with (fillfactor = 70);
    create index ledger_lots_unspent on ledger_lots (account_id, tenant_id, expires_at, opened_at) where remaining > 0;
    comment on table ledger_lots is 'What came into a wallet at once, spent in the order in which it ends. The lots of a wallet sum to what can be spent of it.';
    comment on column ledger_lots.id is 'The transfer that brought it.';
    comment on column ledger_lots.remaining is 'What of it was neither spent nor reserved.';
    comment on column ledger_lots.expires_at is 'When the rest of it is gone, in business time; empty never.';

    create table ledger_lot_uses (
      tenant_id uuid not null,
      transfer_id uuid not null,
      lot_id uuid not null,
      amount bigint not null check (amount > 0),
      returned bigint not null default 0,
      spent_at timestamptz not null,
      primary key (tenant_id, transfer_id, lot_id),
      foreign key (tenant_id, lot_id) references ledger_lots (tenant_id, id) on delete restrict,
      constraint ledger_lot_uses_within check (returned between 0 and amount)
    );
    create index ledger_lot_uses_lot on ledger_lot_uses (lot_id, tenant_id);
    comment on table ledger_lot_uses is 'What a transfer out of a wallet took of which lots, so that it finds its way back there.';
    comment on column ledger_lot_uses.returned is 'What of it came back to the lot since.';
  `);
  for (const table of ["ledger_lots", "ledger_lot_uses"]) {
    await isolateTenants(knex, table, { runtime: ["select"] });
    await knex.raw(
      `alter table ${table} owner to app_ledger; revoke delete, truncate on ${table} from app_ledger`,
    );
  }
  await knex.raw(`
    create function ledger_move_lots(recorded uuid[]) returns void
    language plpgsql
    set search_path = public, pg_temp
    set enable_seqscan = off
    as $$
    declare
      tenant uuid := app_tenant();
      moved record;
      lot record;
      left_over bigint;
    begin
      -- What arrives before what leaves, so that one call may bring and spend in any order.
      for moved in
        select t.id, t.amount, t.state, t.happened_at, t.reverses_id, t.credit_account_id, c.kind = 'wallet' as is_arrival,
          coalesce(p.lot_expires_at, t.lot_expires_at) as lot_expires_at,
          case
            when t.pending_id is not null and d.kind = 'wallet' then p.amount - case t.state when 'posted' then t.amount else 0 end
            when t.reverses_id is not null and c.kind = 'wallet' then t.amount
            else 0
          end as returns,
          case when t.pending_id is not null then t.pending_id else coalesce(r.pending_id, r.id) end as spent_by
        from ledger_transfers t
        join ledger_accounts d on d.tenant_id = tenant and d.id = t.debit_account_id
        join ledger_accounts c on c.tenant_id = tenant and c.id = t.credit_account_id
        left join ledger_transfers p on p.tenant_id = tenant and p.id = t.pending_id
        left join ledger_transfers r on r.tenant_id = tenant and r.id = t.reverses_id
        where t.tenant_id = tenant and t.id = any (recorded) and t.state <> 'pending'
        order by t.id
      loop
        if moved.is_arrival and moved.state = 'posted' and moved.reverses_id is null then
          insert into ledger_lots (tenant_id, id, account_id, amount, remaining, opened_at, expires_at)
          values (tenant, moved.id, moved.credit_account_id, moved.amount, moved.amount, moved.happened_at, moved.lot_expires_at);
        end if;
        left_over := moved.returns;
        for lot in
          select u.lot_id as id, u.amount - u.returned as spent
          from ledger_lot_uses u join ledger_lots l on l.tenant_id = tenant and l.id = u.lot_id
          where u.tenant_id = tenant and u.transfer_id = moved.spent_by and u.returned < u.amount
          order by l.expires_at desc nulls first, l.opened_at desc, l.id desc
        loop
          exit when left_over = 0;
          update ledger_lot_uses set returned = returned + least(left_over, lot.spent)
          where tenant_id = tenant and transfer_id = moved.spent_by and lot_id = lot.id;
          update ledger_lots set remaining = remaining + least(left_over, lot.spent),
            -- Its time ended while it was promised to somebody: whoever gets it back can still use it.
            expires_at = case when expires_at <= moved.happened_at then moved.happened_at + interval '30 days' else expires_at end
          where tenant_id = tenant and id = lot.id;
          left_over := left_over - least(left_over, lot.spent);
        end loop;
        if left_over > 0 then
          raise exception 'transfer % brings back more than was spent', moved.id using errcode = 'TL004';
        end if;
      end loop;

      for moved in
        select t.id, t.debit_account_id, t.amount, t.happened_at, coalesce(t.lot_id, r.id) as only_lot
        from ledger_transfers t
        join ledger_accounts d on d.tenant_id = tenant and d.id = t.debit_account_id and d.kind = 'wallet'
        left join ledger_transfers r on r.tenant_id = tenant and r.id = t.reverses_id
        where t.tenant_id = tenant and t.id = any (recorded) and t.pending_id is null
        order by t.id
      loop
        left_over := moved.amount;
        for lot in
          select id, remaining from ledger_lots
          where tenant_id = tenant and account_id = moved.debit_account_id and remaining > 0
            and (moved.only_lot is null or id = moved.only_lot)
          order by expires_at nulls last, opened_at, id
        loop
          exit when left_over = 0;
          update ledger_lots set remaining = remaining - least(left_over, lot.remaining)
          where tenant_id = tenant and id = lot.id;
          insert into ledger_lot_uses (tenant_id, transfer_id, lot_id, amount, spent_at)
          values (tenant, moved.id, lot.id, least(left_over, lot.remaining), moved.happened_at);
          left_over := left_over - least(left_over, lot.remaining);
        end loop;
        if left_over > 0 then
          raise exception 'transfer % takes more of a lot than is left of it', moved.id using errcode = 'TL005';
        end if;
      end loop;

      -- Tables distributed by tenant have no triggers, so the only writer checks itself.
      if exists (
        select from ledger_accounts a
        where a.tenant_id = tenant and a.kind = 'wallet' and a.id in (
          select unnest(array[t.debit_account_id, t.credit_account_id]) from ledger_transfers t
          where t.tenant_id = tenant and t.id = any (recorded))
        and a.credits_posted - a.debits_posted - a.debits_pending <> (
          select coalesce(sum(l.remaining), 0) from ledger_lots l
          where l.tenant_id = tenant and l.account_id = a.id and l.remaining > 0)
      ) then
        raise exception 'the lots of a wallet do not sum to its balance' using errcode = 'check_violation';
      end if;
    end $$;
    comment on function ledger_move_lots(uuid[]) is 'Opens, empties and refills the lots of the wallets that the recorded transfers touch; their accounts are locked by ledger_post.';

    alter function ledger_move_lots(uuid[]) owner to app_ledger;
    revoke all on function ledger_move_lots(uuid[]) from public;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop function ledger_move_lots(uuid[]);
    drop table ledger_lot_uses, ledger_lots;
    drop index ledger_transfers_reversals, ledger_transfers_credit_economy;
    alter table ledger_transfers drop column reverses_id, drop column lot_id, drop column lot_expires_at;`);
}
