import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";

const id = z.uuid();
const minor = z.int();

/** What every news of a payment says: which, of which order, how much, and whom it concerns. */
const paymentFact = z.strictObject({
  paymentId: id,
  orderId: id,
  amountMinor: minor,
  currency: z.string(),
  payerMemberId: id.nullable(),
  payeeIds: z.array(id),
});

const refundFact = paymentFact.extend({
  refundId: id,
  /** Of this refund; `amountMinor` is the payment's. */
  refundMinor: minor,
  /** Of all refunds of the payment so far. */
  refundedMinor: minor,
  origin: z.enum(["house", "gateway"]),
});

const disputeFact = paymentFact.extend({
  disputeId: id,
  disputedMinor: minor,
  state: z.enum(["open", "won", "lost"]),
});

const lotFact = z.strictObject({
  lotId: id,
  memberId: id,
  unit: z.string(),
  amount: minor,
  expiresAt: z.iso.datetime(),
});

const expiringFact = lotFact.extend({ daysLeft: z.int() });

const payoutFact = z.strictObject({
  payoutId: id,
  memberId: id,
  amountMinor: minor,
  currency: z.string(),
  /** Steps its flow has taken. */
  version: z.int(),
});

const payoutAccountFact = z.strictObject({ accountId: id, memberId: id });
type PayoutNews = z.infer<typeof payoutFact>;

/** A lot as it is announced: the outbox writes its time as text. */
type LotNews = Omit<z.infer<typeof lotFact>, "expiresAt"> & { expiresAt: Date };

export const checkDue = z.strictObject({ paymentId: id });
export const payoutDue = z.strictObject({ payoutId: id });
export const refundRequested = z.strictObject({ refundId: id });

declare global {
  interface DomainEvents {
    /** Exactly what was asked for has arrived, once per order. */
    "payment.succeeded": z.infer<typeof paymentFact>;
    /** An attempt was declined; the payer may try again until the checkout expires. */
    "payment.failed": z.infer<typeof paymentFact>;
    /** The checkout is closed and nothing was paid. */
    "payment.expired": z.infer<typeof paymentFact>;
    /** Another amount or currency arrived than was asked for: a person has to look. */
    "payment.flagged": z.infer<typeof paymentFact>;
    /** A refund has reached the payer. */
    "payment.refunded": z.infer<typeof refundFact>;
    /** The gateway could not send money back: a person has to look. */
    "payment.refund_failed": z.infer<typeof refundFact>;
    /** The payer's bank takes the money back, or has decided about it. */
    "payment.disputed": z.infer<typeof disputeFact>;
    /** Credits that came together will expire in so many days. */
    "credits.expiring": LotNews & { daysLeft: number };
    /** What was left of credits that came together is gone. */
    "credits.expired": LotNews;
    /** A member's wallet holds something else now. */
    "wallet.changed": { memberId: string };
    /** A member asks to be paid what they earned. */
    "payout.requested": PayoutNews;
    "payout.approved": PayoutNews;
    /** The team said no; its money is in the wallet again. */
    "payout.rejected": PayoutNews;
    /** Its member took it back. */
    "payout.cancelled": PayoutNews;
    /** It was handed to the bank, or the gateway has taken it. */
    "payout.on_its_way": PayoutNews;
    "payout.paid": PayoutNews;
    /** It could not be paid; its money is in the wallet again. */
    "payout.failed": PayoutNews;
    /** The bank sent back what was paid; it is in the wallet again. */
    "payout.returned": PayoutNews;
    /** A member is paid somewhere else from now on. */
    "payout_account.changed": z.infer<typeof payoutAccountFact>;
    /** A payout waits to be sent to its gateway, or to be asked about there. */
    "payout.send_due": z.infer<typeof payoutDue>;
    /** It is time to ask the gateway about a payment. */
    "payment.check_due": z.infer<typeof checkDue>;
    /** A refund waits to be sent to the gateway. */
    "refund.requested": z.infer<typeof refundRequested>;
  }
}

const walletFact = z.strictObject({ memberId: id });

const aboutWallet = (fact: z.ZodType): EventDefinition<{ memberId: string }> => ({
  fact,
  recipients: ({ memberId }) => [memberId],
  frame: { view: fact, present: async (_scope, told) => told },
  webhook: { view: fact, present: async (_scope, told) => told },
});

type PaymentFact = z.infer<typeof paymentFact>;

const toPayer = ({ payerMemberId }: PaymentFact) => (payerMemberId === null ? [] : [payerMemberId]);
const toEverybody = (fact: PaymentFact) => [...toPayer(fact), ...fact.payeeIds];

const news = (fact: z.ZodType, recipients: EventDefinition<PaymentFact>["recipients"]): EventDefinition => ({
  fact,
  recipients,
  frame: { view: fact, present: async (_scope, told: PaymentFact) => told },
  webhook: { view: fact, present: async (_scope, told: PaymentFact) => told },
});

const inside = (fact: z.ZodType): EventDefinition => ({
  fact,
  recipients: () => [],
  frame: null,
  webhook: null,
});

export const moneyEvents: Readonly<Record<string, EventDefinition>> = {
  "payment.succeeded": news(paymentFact, toEverybody),
  "payment.failed": news(paymentFact, toPayer),
  "payment.expired": news(paymentFact, toPayer),
  "payment.flagged": news(paymentFact, toPayer),
  "payment.refunded": news(refundFact, toEverybody),
  "payment.refund_failed": news(refundFact, toPayer),
  "payment.disputed": news(disputeFact, toEverybody),
  "credits.expiring": aboutWallet(expiringFact),
  "credits.expired": aboutWallet(lotFact),
  "wallet.changed": aboutWallet(walletFact),
  "payout.requested": aboutWallet(payoutFact),
  "payout.approved": aboutWallet(payoutFact),
  "payout.rejected": aboutWallet(payoutFact),
  "payout.cancelled": aboutWallet(payoutFact),
  "payout.on_its_way": aboutWallet(payoutFact),
  "payout.paid": aboutWallet(payoutFact),
  "payout.failed": aboutWallet(payoutFact),
  "payout.returned": aboutWallet(payoutFact),
  "payout_account.changed": aboutWallet(payoutAccountFact),
  "payout.send_due": inside(payoutDue),
  "payment.check_due": inside(checkDue),
  "refund.requested": inside(refundRequested),
};
