import { type Scope } from "../../../platform/scope/scope.ts";
import { LedgerBalance } from "../models/ledger-balance.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";

/** One unit's sums over every account. Sound books have a difference of 0. */
export interface UnitSum {
  readonly unit: string;
  readonly debits: number;
  readonly credits: number;
  readonly difference: number;
}

/** An account whose balance is not what its entries add up to. */
export interface WrongAccount {
  readonly accountId: string;
  readonly kind: string;
  readonly owner: string;
  readonly unit: string;
}

/** Adds up every unit. */
export const sumUnits = (scope: Scope): Promise<UnitSum[]> => scope.read<UnitSum>`
  select unit, sum(debits_posted)::bigint as debits, sum(credits_posted)::bigint as credits,
    (sum(credits_posted) - sum(debits_posted))::bigint as difference
  from ${LedgerBalance} b group by unit order by unit`;

/** Adds up every entry anew and names the accounts that say something else; at most 100. */
export const findWrongAccounts = (scope: Scope): Promise<WrongAccount[]> => scope.read<WrongAccount>`
  with entries as (
    select t.*, case
      when t.state = 'pending' then t.amount
      when t.pending_id is not null then -p.amount
      else 0 end as pending, case t.state when 'posted' then t.amount else 0 end as posted
    from ${LedgerTransfer} t
    left join ${LedgerTransfer} p on p.id = t.pending_id
  ),
  recomputed as (
    select account_id, sum(debits) as debits, sum(credits) as credits, sum(reserved) as reserved, sum(expected) as expected
    from (
      select debit_account_id as account_id, posted as debits, 0 as credits, pending as reserved, 0 as expected from entries
      union all
      select credit_account_id, 0, posted, 0, pending from entries
    ) sides group by account_id
  )
  select coalesce(b.id, r.account_id) as account_id, coalesce(b.kind, '') as kind, coalesce(b.owner, '') as owner,
    coalesce(b.unit, '') as unit
  from ${LedgerBalance} b
  full join recomputed r on r.account_id = b.id
  where (b.debits_posted, b.credits_posted) is distinct from (coalesce(r.debits, 0), coalesce(r.credits, 0))
    or b.is_guarded and (b.debits_pending, b.credits_pending) is distinct from (coalesce(r.reserved, 0), coalesce(r.expected, 0))
  order by 1 limit 100`;
