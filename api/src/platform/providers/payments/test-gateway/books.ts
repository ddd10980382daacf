import { wallClock } from "../../../clock.ts";
import { randomToken } from "../../../ids.ts";
import { type Scopes } from "../../../scope/open.ts";
import { type Scope } from "../../../scope/scope.ts";
import { noTenant } from "../../../scope/tenant.ts";
import { type CheckoutCommand, type GatewayFact } from "../port.ts";
import { type CardOutcome, type Delivery } from "./cards.ts";

/** A checkout as the vendor keeps it. */
export interface StoredCheckout {
  readonly id: string;
  readonly command: CheckoutCommand;
  readonly state: "open" | "confirming" | "processing" | "expired" | "paid";
  readonly card: CardOutcome | null;
  readonly chargeId: string | null;
  readonly delivery: Delivery;
  readonly isClosing: boolean;
  readonly disputeState: "open" | "won" | "lost" | null;
  readonly expiresAt: Date;
}

/** A refund as the vendor keeps it. */
export interface StoredRefund {
  readonly id: string;
  readonly refundId: string | null;
  readonly amountMinor: number;
  readonly state: "pending" | "succeeded" | "failed";
}

/** The vendor's own name for something, such as `ch_…`. */
export const vendorId = (prefix: string): string => `${prefix}_${randomToken().slice(0, 24)}`;

/** Work in one merchant's books. The vendor lives on the wall clock: its merchants' clocks are not its concern. */
export const inBooks = <Result>(
  scopes: Scopes,
  merchantId: string,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> =>
  scopes.transact(
    {
      tenant: { ...noTenant, id: merchantId },
      actor: { kind: "system", cause: "test gateway" },
      now: wallClock(),
      request: { requestId: "test gateway", ip: null, origin: null, locale: "", userAgent: null },
    },
    work,
  );

/** One checkout, locked; an open one past its time is expired on the way. Null when the merchant has none of that id. */
export async function lockCheckout(scope: Scope, id: string): Promise<StoredCheckout | null> {
  const [row] = await scope.sql<StoredCheckout>`
    select id, command, state, card, charge_id, delivery, is_closing, dispute_state, expires_at from gateway_test_checkouts
    where tenant_id = ${scope.tenant.id} and id = ${id} for update`;
  if (!row || row.state !== "open" || row.expiresAt > scope.now) return row ?? null;
  return changeCheckout(scope, row, { state: "expired" });
}

/** Writes a checkout's new state. */
export async function changeCheckout(
  scope: Scope,
  checkout: StoredCheckout,
  change: Partial<StoredCheckout>,
): Promise<StoredCheckout> {
  const next = { ...checkout, ...change };
  await scope.sql`
    update gateway_test_checkouts
    set state = ${next.state}, card = ${next.card}, charge_id = ${next.chargeId}, delivery = ${next.delivery},
      is_closing = ${next.isClosing}, dispute_state = ${next.disputeState}
    where tenant_id = ${scope.tenant.id} and id = ${next.id}`;
  return next;
}

/** The refunds of a checkout, oldest first. */
export const refundsOf = (
  scope: Scope,
  checkoutId: string,
): Promise<StoredRefund[]> => scope.sql<StoredRefund>`
  select id, refund_id, amount_minor, state from gateway_test_refunds
  where tenant_id = ${scope.tenant.id} and checkout_id = ${checkoutId} order by created_at, id`;

/** What the vendor says of a checkout. */
export const paymentFact = (
  { id, command, state, chargeId }: StoredCheckout,
  told: Extract<GatewayFact, { about: "payment" }>["state"] = state === "confirming" ? "open" : state,
): GatewayFact => ({
  about: "payment",
  paymentId: command.paymentId,
  checkoutId: id,
  gatewayPaymentId: chargeId,
  state: told,
  amountMinor: command.amountMinor,
  currency: command.currency,
});

/** What the vendor says of a refund. */
export const refundFact = (
  { command, chargeId }: StoredCheckout,
  { id, refundId, amountMinor, state }: StoredRefund,
): GatewayFact => ({
  about: "refund",
  paymentId: command.paymentId,
  gatewayPaymentId: chargeId,
  refundId,
  gatewayRefundId: id,
  state,
  amountMinor,
  currency: command.currency,
});

/** What the vendor says of a dispute. Like real ones it names the charge and not the merchant's payment. */
export const disputeFact = (
  { command, chargeId }: StoredCheckout,
  state: "open" | "won" | "lost",
): GatewayFact => ({
  about: "dispute",
  paymentId: null,
  gatewayPaymentId: chargeId,
  gatewayDisputeId: `dp_${chargeId}`,
  state,
  amountMinor: command.amountMinor,
  currency: command.currency,
});
