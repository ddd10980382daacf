import { type Claim } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { LedgerBalance } from "./models/ledger-balance.ts";
import { Payment } from "./models/payment.ts";

/** Hands a visitor's payments to the member they turn out to be. */
export async function claimPayments(scope: Scope, { visitorId, memberId }: Claim): Promise<void> {
  await scope
    .query(Payment)
    .where({ payerVisitorId: visitorId })
    .whereNull("payerMemberId")
    .patch({ payerMemberId: memberId });
}

/** A member's payments and balances. */
export async function exportPayments(scope: Scope, memberId: string): Promise<object> {
  const payments = await scope.read`
    select id, order_id, amount_minor, currency, status, description, refunded_minor, created_at, captured_at as paid_at
    from ${Payment} p where payer_member_id = ${memberId} order by id`;
  const balances = await scope.read`
    select kind, unit, credits_posted - debits_posted as minor
    from ${LedgerBalance} b where owner = ${memberId} order by kind, unit`;
  return { payments, balances };
}

/** Money that is still on its way keeps a member from being erased. */
export async function paymentBlockers(scope: Scope, memberId: string): Promise<string[]> {
  const [found] = await scope.read<{ open: number; held: number }>`
    select (select count(*) from ${Payment} p where payer_member_id = ${memberId}
        and status in ('pending', 'failed', 'flagged', 'refunding', 'disputed')) as open,
      (select count(*) from ${LedgerBalance} b where owner = ${memberId}
        and (credits_posted <> debits_posted or debits_pending > 0 or credits_pending > 0)) as held`;
  return [
    ...(found!.open > 0 ? ["A payment or refund of this member is still under way."] : []),
    ...(found!.held > 0 ? ["This member still has a balance."] : []),
  ];
}
