export const paymentStatuses = [
  "pending",
  "succeeded",
  "failed",
  "expired",
  "flagged",
  "refunding",
  "partially_refunded",
  "refunded",
  "disputed",
] as const;

export type PaymentStatus = (typeof paymentStatuses)[number];

/** What is known of a payment, in whatever order it became known. */
export interface PaymentFacts {
  readonly amountMinor: number;
  readonly currency: string;
  readonly captured: { readonly amountMinor: number; readonly currency: string } | null;
  readonly isDeclined: boolean;
  readonly isExpired: boolean;
  /** Those that were tried again, or failed outside the house, are left out. */
  readonly refunds: readonly { readonly amountMinor: number; readonly state: string }[];
  /** The highest total of refunds the gateway has spoken of. */
  readonly reportedRefundsMinor: number;
  readonly disputes: readonly { readonly state: string }[];
}

/** Whether exactly what was asked for has arrived. */
export const isPaidInFull = ({ amountMinor, currency, captured }: PaymentFacts): boolean =>
  captured !== null && captured.amountMinor === amountMinor && captured.currency === currency;

/** What of a payment went back, in minor units. */
export const refundedOf = ({
  refunds,
  reportedRefundsMinor,
}: Pick<PaymentFacts, "refunds" | "reportedRefundsMinor">): number =>
  Math.max(reportedRefundsMinor, total(refunds, "succeeded"));

/** What of a payment is given back or set aside for it; one that failed is tried again and not taken a second time. */
export const committedRefundsOf = (facts: Pick<PaymentFacts, "refunds" | "reportedRefundsMinor">): number =>
  Math.max(facts.reportedRefundsMinor, total(facts.refunds, "requested", "pending", "succeeded", "failed"));

/** The status that follows from the facts; their order plays no part. */
export function statusOf(facts: PaymentFacts): PaymentStatus {
  const { captured, isDeclined, isExpired, refunds, disputes } = facts;
  if (captured === null) {
    if (isExpired) return "expired";
    return isDeclined ? "failed" : "pending";
  }
  if (disputes.some(({ state }) => state !== "won")) return "disputed";
  const refunded = refundedOf(facts);
  if (refunded >= captured.amountMinor) return "refunded";
  if (refunds.some(({ state }) => state !== "succeeded")) return "refunding";
  if (refunded > 0) return "partially_refunded";
  return isPaidInFull(facts) ? "succeeded" : "flagged";
}

const refundRank = ["requested", "pending", "succeeded", "failed"];
const disputeRank = ["open", "won", "lost"];

/** Whether a refund's state is news: a bank can refuse what the gateway called done, never the other way. */
export const isLaterRefundState = (state: string, known: string): boolean =>
  refundRank.indexOf(state) > refundRank.indexOf(known);

/** Whether a dispute's state is news. */
export const isLaterDisputeState = (state: string, known: string): boolean =>
  disputeRank.indexOf(state) > disputeRank.indexOf(known);

const total = (refunds: PaymentFacts["refunds"], ...states: readonly string[]): number =>
  refunds.reduce((sum, { amountMinor, state }) => (states.includes(state) ? sum + amountMinor : sum), 0);
