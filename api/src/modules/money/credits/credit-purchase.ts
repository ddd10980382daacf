import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { clearing, fees, issued, wallet } from "../ledger/account.ts";
import { post } from "../ledger/post.ts";
import { reversal, transfer, type TransferGroup } from "../ledger/transfer.ts";
import { CreditPurchase } from "../models/credit-purchase.ts";
import { LedgerLot } from "../models/ledger-lot.ts";
import { Payment } from "../models/payment.ts";
import { type Refund } from "../models/refund.ts";
import { announceWallet, issueCredits } from "./issue-credits.ts";
import { creditUnit } from "./credit-unit.ts";
import { qualifyReferral } from "./referrals.ts";

/** The transfer that brings what was bought, and with it the lot. */
const lotOf = (purchaseId: string): string => derivedId("credits.purchased", purchaseId);

/** Gives a member the credits that were paid for: once, however often it is told. Payments of other things are passed over. */
export async function creditPurchase(
  scope: Scope,
  { orderId, paymentId }: { readonly orderId: string; readonly paymentId: string },
): Promise<void> {
  const [paid] = await scope.sql<CreditPurchase & Pick<Payment, "gateway">>`
    select c.*, p.gateway from ${CreditPurchase} c join ${Payment} p on p.id = ${paymentId} and p.order_id = c.id
    where c.id = ${orderId} and credited_at is null for no key update of c`;
  if (!paid) return;
  const { id, memberId, credits, amountMinor: amount, currency: unit } = paid;
  await scope.query(CreditPurchase).findById([scope.tenant.id, id]).patch({ creditedAt: scope.now });
  const earned = {
    id: derivedId("purchase.earned", id),
    debit: clearing(paid.gateway),
    credit: fees,
    unit,
    amount,
  };
  const bought = { id: lotOf(id), memberId, amount: credits, cause: "credits.purchased" };
  await post(scope, [
    { cause: "purchase.earned", orderId: id, paymentId, transfers: [transfer(earned)] },
    { ...(await issueCredits(scope, bought)), orderId: id, paymentId },
    ...(await qualifyReferral(scope, memberId)),
  ]);
}

/** Takes back what is left of bought credits when the buyer's bank took the payment back. Payments of other things are passed over. */
export async function takeDisputedCredits(
  scope: Scope,
  { orderId, disputeId, disputedMinor }: { orderId: string; disputeId: string; disputedMinor: number },
): Promise<void> {
  const purchase = await findPurchase(scope, orderId);
  if (!purchase || purchase.unspent === 0) return;
  const amount = Math.min(purchase.unspent, creditsFor(purchase, disputedMinor));
  const { memberId } = purchase;
  const movement = {
    debit: wallet(memberId),
    credit: issued,
    reverses: lotOf(orderId),
    unit: creditUnit,
    amount,
  };
  await announceWallet(scope, memberId);
  const transfers = [reversal({ id: derivedId("credits.disputed", disputeId), ...movement })];
  await post(scope, [{ cause: "credits.refunded", orderId, transfers }]);
}

/** How many credits a part of a purchase's price stands for; begun ones count. */
const creditsFor = ({ credits, amountMinor }: CreditPurchase, part: number): number =>
  Number((BigInt(credits) * BigInt(part) + BigInt(amountMinor) - 1n) / BigInt(amountMinor));

/** A purchase and how many of its credits were not spent, nor are taken by `postings`; null for a payment of something else. */
export async function findPurchase(
  scope: Scope,
  orderId: string,
  postings: readonly TransferGroup[] = [],
): Promise<(CreditPurchase & { readonly unspent: number }) | null> {
  const [purchase] = await scope.sql<CreditPurchase & { unspent: number }>`
    select c.*, coalesce(l.remaining, 0) as unspent from ${CreditPurchase} c
    left join ${LedgerLot} l on l.id = ${lotOf(orderId)} where c.id = ${orderId}`;
  if (!purchase) return null;
  const taken = postings
    .flatMap(({ transfers }) => transfers)
    .reduce(
      (sum, each) => ("reverses" in each && each.reverses === lotOf(orderId) ? sum + each.amount : sum),
      0,
    );
  return Object.assign(purchase, { unspent: purchase.unspent - taken });
}

/** What of a purchase's price can go back: the part of the credits that were not spent, in minor units. */
export const refundableOfPurchase = ({
  amountMinor,
  credits,
  unspent,
}: Pick<CreditPurchase, "amountMinor" | "credits"> & { readonly unspent: number }): number =>
  Number((BigInt(amountMinor) * BigInt(unspent)) / BigInt(credits));

/** Whether the credits that are left of a purchase stand for all of a refund. */
export const coversRefund = (
  purchase: CreditPurchase & { readonly unspent: number },
  refundMinor: number,
): boolean => creditsFor(purchase, refundMinor) <= purchase.unspent;

/** What the ledger has to be told when a purchase is refunded: the money leaves the site's income, the credits leave the wallet. */
export async function takePurchaseBack(
  scope: Scope,
  purchase: CreditPurchase & { readonly unspent: number },
  back: RefundOfPurchase,
): Promise<TransferGroup[]> {
  if (purchase.creditedAt === null) throw failure("money.payment_not_settled");
  return takeBack(scope, purchase, back, creditsFor(purchase, back.refund.amountMinor));
}

/** The same for a refund that was made outside the house and cannot be refused: as many credits as are left. */
export const takeUnspentBack = (
  scope: Scope,
  purchase: CreditPurchase & { readonly unspent: number },
  back: RefundOfPurchase,
): Promise<TransferGroup[]> =>
  takeBack(scope, purchase, back, Math.min(purchase.unspent, creditsFor(purchase, back.refund.amountMinor)));

/** A refund of a purchase, and the gateway by which it goes. */
interface RefundOfPurchase {
  readonly refund: Refund;
  readonly gateway: string;
}

async function takeBack(
  scope: Scope,
  { id: orderId, memberId }: CreditPurchase,
  { refund, gateway }: RefundOfPurchase,
  part: number,
): Promise<TransferGroup[]> {
  const { amountMinor: amount, currency: unit, paymentId } = refund;
  const money = {
    id: derivedId("refund.taken", refund.id, fees.kind),
    debit: fees,
    credit: clearing(gateway),
  };
  const back = { id: derivedId("credits.refunded", refund.id), debit: wallet(memberId), credit: issued };
  await announceWallet(scope, memberId);
  return [
    { cause: "refund.taken", orderId, paymentId, transfers: [transfer({ ...money, unit, amount })] },
    {
      cause: "credits.refunded",
      orderId,
      paymentId,
      transfers: [reversal({ ...back, reverses: lotOf(orderId), unit: creditUnit, amount: part })],
    },
  ];
}
