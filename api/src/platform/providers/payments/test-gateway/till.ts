import { type Scopes } from "../../../scope/open.ts";
import { type Scope } from "../../../scope/scope.ts";
import { type GatewayFact } from "../port.ts";
import {
  changeCheckout,
  disputeFact,
  inBooks,
  lockCheckout,
  paymentFact,
  refundsOf,
  type StoredCheckout,
  type StoredRefund,
  vendorId,
} from "./books.ts";
import { type CardOutcome, type Delivery } from "./cards.ts";
import { type Courier } from "./courier.ts";

/** What a payer does on the page. */
export type PayerStep =
  | { readonly does: "pay"; readonly card: CardOutcome; readonly delivery: Delivery }
  | { readonly does: "confirm" | "refuse" };

/** Where the page goes on. */
export type PayerOutcome = "paid" | "processing" | "declined" | "confirm" | "closed";

const disputeAfterMs = 3000;

/** What payers and banks do: the side of the vendor that its merchants do not see. */
export class Till {
  readonly #scopes: Scopes;
  readonly #courier: Courier;

  constructor(scopes: Scopes, courier: Courier) {
    this.#scopes = scopes;
    this.#courier = courier;
  }

  /** The checkout a page shows, with its refunds; null when there is none. */
  look(merchantId: string, checkoutId: string): Promise<StoredCheckout | null> {
    return inBooks(this.#scopes, merchantId, (scope) => lockCheckout(scope, checkoutId));
  }

  /** A payer's step. Pressed twice it is one step. */
  async step(merchantId: string, checkoutId: string, step: PayerStep): Promise<PayerOutcome> {
    const outcome = await inBooks(this.#scopes, merchantId, async (scope): Promise<PayerOutcome> => {
      const checkout = await lockCheckout(scope, checkoutId);
      if (!checkout || checkout.state === "expired") return "closed";
      if (checkout.state === "paid" || checkout.state === "processing") return checkout.state;
      return this.#take(scope, checkout, step);
    });
    this.#courier.wake(merchantId);
    return outcome;
  }

  /** The payer's bank takes a payment back, or decides about it. */
  async decideDispute(merchantId: string, checkoutId: string, state: "open" | "won" | "lost"): Promise<void> {
    await inBooks(this.#scopes, merchantId, async (scope) => {
      const checkout = await lockCheckout(scope, checkoutId);
      if (checkout?.state !== "paid") throw new Error(`The checkout ${checkoutId} is not paid.`);
      const changed = await changeCheckout(scope, checkout, { disputeState: state });
      await this.#courier.queue(scope, changed, [
        { type: `dispute.${state}`, fact: disputeFact(changed, state) },
      ]);
    });
    this.#courier.wake(merchantId);
  }

  /** Lets money that was on its way arrive. */
  async capture(scope: Scope, checkout: StoredCheckout): Promise<StoredCheckout> {
    const paid = await changeCheckout(scope, checkout, {
      state: "paid",
      chargeId: checkout.chargeId ?? vendorId("ch"),
    });
    await this.#courier.queue(scope, paid, [
      { type: "payment.processing", fact: paymentFact(paid, "processing") },
      { type: "payment.paid", fact: paymentFact(paid) },
    ]);
    if (paid.card !== "disputed") return paid;
    const disputed = await changeCheckout(scope, paid, { disputeState: "open" });
    const event = { type: "dispute.open", fact: disputeFact(disputed, "open") };
    await this.#courier.queue(scope, disputed, [event], disputeAfterMs);
    return disputed;
  }

  /** Everything the vendor knows of a checkout. */
  async tell(
    scope: Scope,
    checkout: StoredCheckout,
    refundFactOf: (refund: StoredRefund) => GatewayFact,
  ): Promise<GatewayFact[]> {
    const refunds = await refundsOf(scope, checkout.id);
    return [
      paymentFact(checkout),
      ...refunds.map(refundFactOf),
      ...(checkout.disputeState === null ? [] : [disputeFact(checkout, checkout.disputeState)]),
    ];
  }

  async #take(scope: Scope, checkout: StoredCheckout, step: PayerStep): Promise<PayerOutcome> {
    if (step.does === "pay") {
      const { card, delivery } = step;
      const chosen = await changeCheckout(scope, checkout, { card, delivery });
      if (card === "declined") return this.#decline(scope, chosen);
      if (card === "confirmation") {
        await changeCheckout(scope, chosen, { state: "confirming" });
        return "confirm";
      }
      if (card === "late") {
        const processing = await changeCheckout(scope, chosen, {
          state: "processing",
          chargeId: vendorId("ch"),
        });
        const fact = paymentFact(processing);
        await this.#courier.queue(scope, processing, [{ type: "payment.processing", fact }]);
        return "processing";
      }
      await this.capture(scope, chosen);
      return "paid";
    }
    // Asked about a confirmation that is not waited for: the page was left open.
    if (checkout.state !== "confirming") return "declined";
    if (step.does === "refuse") return this.#decline(scope, checkout);
    await this.capture(scope, checkout);
    return "paid";
  }

  async #decline(scope: Scope, checkout: StoredCheckout): Promise<PayerOutcome> {
    const open = await changeCheckout(scope, checkout, { state: "open" });
    await this.#courier.queue(scope, open, [
      { type: "payment.declined", fact: paymentFact(open, "declined") },
    ]);
    return "declined";
  }
}
