import { type Claim } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { derivedId } from "../../platform/ids.ts";
import { creditUnit } from "./credits/credit-unit.ts";
import { issued, wallet } from "./ledger/account.ts";
import { balanceOf } from "./ledger/balance.ts";
import { post } from "./ledger/post.ts";
import { transfer } from "./ledger/transfer.ts";
import { CreditCampaign } from "./models/credit-campaign.ts";
import { CreditGrant } from "./models/credit-grant.ts";
import { CreditPurchase } from "./models/credit-purchase.ts";
import { CreditRedemption } from "./models/credit-redemption.ts";
import { CreditReferral } from "./models/credit-referral.ts";
import { CreditReferralCode } from "./models/credit-referral-code.ts";
import { LedgerBalance } from "./models/ledger-balance.ts";
import { Payout } from "./models/payout.ts";
import { PayoutAccount } from "./models/payout-account.ts";
import { openDetails } from "./payouts/bank-details.ts";
import { Payment } from "./models/payment.ts";

/** Hands a visitor's payments to the member they turn out to be. */
export async function claimPayments(scope: Scope, { visitorId, memberId }: Claim): Promise<void> {
  await scope
    .query(Payment)
    .where({ payerVisitorId: visitorId })
    .whereNull("payerMemberId")
    .patch({ payerMemberId: memberId });
}

/** A member's payments, payouts and balances. */
export async function exportPayments(scope: Scope, memberId: string): Promise<object> {
  const payments = await scope.read`
    select id, order_id, amount_minor, currency, status, description, refunded_minor, created_at, captured_at as paid_at
    from ${Payment} p where payer_member_id = ${memberId} order by id`;
  const balances = await scope.read`
    select kind, unit, credits_posted - debits_posted as minor
    from ${LedgerBalance} b where owner = ${memberId} order by kind, unit`;
  const purchases = await scope.read`
    select id, package_id, credits, amount_minor, currency, created_at, credited_at
    from ${CreditPurchase} c where member_id = ${memberId} order by id`;
  const grants = await scope.read`
    select credits, reason, created_at from ${CreditGrant} g where member_id = ${memberId} order by id`;
  const redemptions = await scope.read`
    select c.code, r.redeemed_at from ${CreditRedemption} r join ${CreditCampaign} c on c.id = r.campaign_id
    where r.member_id = ${memberId} order by r.redeemed_at`;
  const referrals = await scope.read`
    select claimed_at, qualified_at from ${CreditReferral} r where referrer_id = ${memberId} or referred_id = ${memberId}
    order by claimed_at`;
  const payouts = await scope.read`
    select reference, amount_minor, currency, state, reason, created_at, ended_at
    from ${Payout} p where member_id = ${memberId} order by id`;
  const payoutAccounts = (
    await scope.read<PayoutAccount>`select * from ${PayoutAccount} a where member_id = ${memberId} order by id`
  ).map((account) => ({
    way: account.way,
    country: account.country,
    label: account.label,
    details: openDetails(scope.tenant.id, account),
    createdAt: account.createdAt,
    removedAt: account.removedAt,
  }));
  return { payments, payouts, payoutAccounts, balances, purchases, grants, redemptions, referrals };
}

/** Takes what is left of a member's credits out of circulation, and forgets where they were paid. Books are kept as the law asks; they name members by id alone. */
export async function eraseCredits(scope: Scope, memberId: string): Promise<void> {
  await scope.query(PayoutAccount).where({ memberId }).whereNull("removedAt").patch({ removedAt: scope.now });
  await scope.query(PayoutAccount).where({ memberId }).patch({ detailsSealed: null, label: "-" });
  await scope.query(CreditGrant).where({ memberId }).patch({ reason: "-" });
  await scope.query(CreditReferralCode).where({ memberId }).delete();
  const { available: amount } = await balanceOf(scope, wallet(memberId), creditUnit);
  const movement = {
    id: derivedId("credits.erased", memberId, scope.now.toISOString()),
    credit: issued,
    amount,
  };
  await post(scope, [
    {
      cause: "credits.erased",
      transfers: [transfer({ ...movement, debit: wallet(memberId), unit: creditUnit })],
    },
  ]);
}

/** Money that is still on its way keeps a member from being erased. */
export async function paymentBlockers(scope: Scope, memberId: string): Promise<string[]> {
  const [found] = await scope.read<{ open: number; held: number }>`
    select (select count(*) from ${Payment} p where payer_member_id = ${memberId}
        and status in ('pending', 'failed', 'flagged', 'refunding', 'disputed')) as open,
      (select count(*) from ${LedgerBalance} b where owner = ${memberId}
        and (credits_posted <> debits_posted and not (kind = 'wallet' and unit = ${creditUnit}) or debits_pending > 0 or credits_pending > 0)) as held`;
  return [
    ...(found!.open > 0 ? ["A payment or refund of this member is still under way."] : []),
    ...(found!.held > 0 ? ["This member still has a balance."] : []),
  ];
}
