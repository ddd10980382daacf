import { z } from "zod";
import { isCurrency, minorDigits } from "../../../platform/money.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { creditUnit } from "../credits/credit-unit.ts";
import { LedgerAccount } from "../models/ledger-account.ts";
import { LedgerLot } from "../models/ledger-lot.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { warningDays } from "../rules/lot-schedule.ts";

/** One unit in a member's wallet. */
export const balanceView = z.object({
  /** A currency such as EUR, or a kind of credit. */
  unit: z.string(),
  /** Digits behind the point: 2 for EUR, 0 for JPY and for credits. */
  digits: z.int(),
  /** What can be spent, or paid out. */
  available: z.int(),
  /** Promised: reserved, in escrow until a session is over, or earned and still to be disputed. */
  held: z.int(),
  /** On its way to the member's bank. */
  pendingPayout: z.int(),
  /** What of the available expires soon, by when. */
  expiring: z.array(z.object({ amount: z.int(), expiresAt: z.iso.datetime() })),
});

interface Held {
  readonly unit: string;
  readonly available: number;
  readonly held: number;
  readonly pendingPayout: number;
}

const soonDays = warningDays[0];

/** What a member has of every unit, credits first; credits are told of also when there are none. */
export async function readBalances(scope: Scope, memberId: string): Promise<z.input<typeof balanceView>[]> {
  // An escrow is the member's when their wallet funded it.
  const rows = await scope.read<Held>`
    with own as (
      select id, kind, unit, credits_posted - debits_posted as posted, debits_pending as reserved
      from ${LedgerAccount} a where owner = ${memberId} and kind in ('wallet', 'available', 'earnings')
    ), escrows as (
      select distinct e.id, e.unit, e.credits_posted - e.debits_posted as posted
      from own join ${LedgerTransfer} t on t.debit_account_id = own.id
      join ${LedgerAccount} e on e.id = t.credit_account_id and e.kind = 'escrow'
      where own.kind = 'wallet'
    ), parts as (
      select unit, case when kind = 'earnings' then 0 else posted - reserved end as available,
        case kind when 'earnings' then posted when 'wallet' then reserved else 0 end as held,
        case kind when 'available' then reserved else 0 end as pending_payout
      from own
      union all
      select unit, 0, posted, 0 from escrows
    )
    select unit, sum(available)::bigint as available, sum(held)::bigint as held, sum(pending_payout)::bigint as pending_payout
    from parts group by unit order by unit`;
  const expiring = await scope.read<{ unit: string; amount: number; expiresAt: Date }>`
    select a.unit, sum(l.remaining)::bigint as amount, l.expires_at
    from ${LedgerLot} l join ${LedgerAccount} a on a.id = l.account_id
    where a.owner = ${memberId} and a.kind = 'wallet' and l.remaining > 0
      and l.expires_at <= ${plus(scope.now, days(soonDays))}
    group by a.unit, l.expires_at order by l.expires_at`;
  const none = { unit: creditUnit, available: 0, held: 0, pendingPayout: 0 };
  const credits = rows.find(({ unit }) => unit === creditUnit) ?? none;
  return [credits, ...rows.filter(({ unit }) => unit !== creditUnit)].map((row) => ({
    ...row,
    digits: isCurrency(row.unit) ? minorDigits(row.unit) : 0,
    expiring: expiring
      .filter(({ unit }) => unit === row.unit)
      .map(({ amount, expiresAt }) => ({ amount, expiresAt: expiresAt.toISOString() })),
  }));
}
