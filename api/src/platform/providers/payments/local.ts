import { isCurrency } from "../../money.ts";
import { type CallOptions } from "../../rpc/operation.ts";
import { type Scopes } from "../../scope/open.ts";
import { type Scope } from "../../scope/scope.ts";
import {
  type CheckoutCommand,
  type Checkout,
  GatewayError,
  type GatewayCapabilities,
  type GatewayFact,
  type InboundRequest,
  type PaymentGateway,
  type PaymentReference,
  type RefundCommand,
} from "./port.ts";
import {
  changeCheckout,
  inBooks,
  lockCheckout,
  paymentFact,
  refundFact,
  refundsOf,
  type StoredCheckout,
  type StoredRefund,
  vendorId,
} from "./test-gateway/books.ts";
import { Courier } from "./test-gateway/courier.ts";
import { readEvent } from "./test-gateway/signature.ts";
import { Till } from "./test-gateway/till.ts";

const capabilities: GatewayCapabilities = {
  takes: isCurrency,
  minimumMinor: () => 1,
  minMinutes: 5,
  maxMinutes: 24 * 60,
  isLive: false,
  opensBy: "page",
  acknowledgement: null,
};

/**
 * The embedded payment gateway: a vendor inside the process, with books and a pay page of its own, that knows the house only
 * by its port. Its events really travel over HTTP.
 */
export class TestGateway {
  readonly courier: Courier;
  readonly till: Till;
  readonly #scopes: Scopes;
  readonly #baseUrl: string;

  /** `baseUrl` is where its pay pages are reached, without a slash at the end. */
  constructor(scopes: Scopes, { baseUrl }: { baseUrl: string }) {
    this.#scopes = scopes;
    this.#baseUrl = baseUrl;
    this.courier = new Courier(scopes);
    this.till = new Till(scopes, this.courier);
  }

  /** A merchant's account: every tenant has one without asking. */
  connect({ id }: { readonly id: string }): PaymentGateway {
    return new MerchantAccount(this.#scopes, this, { merchantId: id, baseUrl: this.#baseUrl });
  }

  /** Sends no more events; what is not delivered waits for the next start. */
  stop(): void {
    this.courier.stop();
  }
}

class MerchantAccount implements PaymentGateway {
  readonly name = "test";
  readonly capabilities = capabilities;
  readonly #scopes: Scopes;
  readonly #gateway: TestGateway;
  readonly #merchantId: string;
  readonly #baseUrl: string;

  constructor(
    scopes: Scopes,
    gateway: TestGateway,
    { merchantId, baseUrl }: { merchantId: string; baseUrl: string },
  ) {
    this.#scopes = scopes;
    this.#gateway = gateway;
    this.#merchantId = merchantId;
    this.#baseUrl = baseUrl;
  }

  async createCheckout(command: CheckoutCommand, options: CallOptions): Promise<Checkout> {
    return this.#inBooks(options, async (scope) => {
      const id = vendorId("tgc");
      await scope.sql`
        insert into gateway_test_checkouts (tenant_id, id, payment_id, key, command, state, expires_at, created_at)
        values (${this.#merchantId}, ${id}, ${command.paymentId}, ${command.key}, ${JSON.stringify(command)}, 'open', ${command.closesAt}, ${scope.now})
        on conflict (tenant_id, key) do nothing`;
      const [stored] = await scope.sql<{ id: string; command: CheckoutCommand }>`
        select id, command from gateway_test_checkouts where tenant_id = ${this.#merchantId} and key = ${command.key}`;
      assertSame(stored!.command, command);
      return {
        checkoutId: stored!.id,
        url: `${this.#baseUrl}/test-gateway/${this.#merchantId}/${stored!.id}`,
      };
    });
  }

  getPayment(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#inBooks(options, async (scope) => {
      const checkout = await this.#lock(scope, payment);
      // Asked to close while the money was on its way: by now it has arrived.
      const isArriving = checkout.state === "processing" && checkout.isClosing;
      return this.#tell(scope, isArriving ? await this.#gateway.till.capture(scope, checkout) : checkout);
    });
  }

  expireCheckout(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#inBooks(options, async (scope) => {
      const checkout = await this.#lock(scope, payment);
      switch (checkout.state) {
        case "open":
        case "confirming": {
          const expired = await changeCheckout(scope, checkout, { state: "expired" });
          await this.#gateway.courier.queue(scope, expired, [
            { type: "payment.expired", fact: paymentFact(expired) },
          ]);
          return this.#tell(scope, expired);
        }
        case "processing":
          if (checkout.isClosing) return this.#tell(scope, await this.#gateway.till.capture(scope, checkout));
          return this.#tell(scope, await changeCheckout(scope, checkout, { isClosing: true }));
        case "expired":
        case "paid":
          return this.#tell(scope, checkout);
      }
    });
  }

  refund(command: RefundCommand, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#inBooks(options, async (scope) => {
      const checkout = await this.#lock(scope, command.payment);
      const refund = await this.#addRefund(scope, checkout, command);
      return [refundFact(checkout, refund)];
    });
  }

  verifyEvent(request: InboundRequest, now: Date) {
    return readEvent(this.#merchantId, request, now);
  }

  async #addRefund(
    scope: Scope,
    checkout: StoredCheckout,
    { refundId, key, amountMinor }: RefundCommand,
  ): Promise<StoredRefund> {
    const [known] = await scope.sql<StoredRefund>`
      select id, refund_id, amount_minor, state from gateway_test_refunds where tenant_id = ${this.#merchantId} and key = ${key}`;
    if (known) {
      if (known.amountMinor !== amountMinor)
        throw new GatewayError("The key was used for another refund.", { isFinal: true });
      return known;
    }
    const earlier = await refundsOf(scope, checkout.id);
    const sent = earlier.reduce(
      (sum, refund) => (refund.state === "failed" ? sum : sum + refund.amountMinor),
      0,
    );
    if (checkout.state !== "paid" || sent + amountMinor > checkout.command.amountMinor) {
      throw new GatewayError("There is not so much to refund.", { isFinal: true });
    }
    const fails = checkout.card === "refund_fails" && earlier.length === 0;
    const refund: StoredRefund = {
      id: vendorId("re"),
      refundId,
      amountMinor,
      state: fails ? "failed" : "succeeded",
    };
    await scope.sql`
      insert into gateway_test_refunds (tenant_id, id, checkout_id, refund_id, key, amount_minor, state, created_at)
      values (${this.#merchantId}, ${refund.id}, ${checkout.id}, ${refundId}, ${key}, ${amountMinor}, ${refund.state}, ${scope.now})`;
    // The answer says "pending", like a bank's; how it went comes as events.
    const taken: StoredRefund = { ...refund, state: "pending" };
    await this.#gateway.courier.queue(scope, checkout, [
      { type: "refund.pending", fact: refundFact(checkout, taken) },
      { type: `refund.${refund.state}`, fact: refundFact(checkout, refund) },
    ]);
    return taken;
  }

  #tell(scope: Scope, checkout: StoredCheckout): Promise<GatewayFact[]> {
    return this.#gateway.till.tell(scope, checkout, (refund) => refundFact(checkout, refund));
  }

  async #lock(scope: Scope, { checkoutId }: PaymentReference): Promise<StoredCheckout> {
    const checkout = await lockCheckout(scope, checkoutId);
    if (!checkout) throw new GatewayError(`There is no checkout ${checkoutId}.`, { isFinal: true });
    return checkout;
  }

  async #inBooks<Result>({ signal }: CallOptions, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    const result = await inBooks(this.#scopes, this.#merchantId, work);
    this.#gateway.courier.wake(this.#merchantId);
    return result;
  }
}

function assertSame(stored: CheckoutCommand, sent: CheckoutCommand): void {
  const isSame = (Object.keys(sent) as (keyof CheckoutCommand)[]).every(
    (name) => stored[name] === sent[name],
  );
  if (!isSame) throw new GatewayError("The key was used for another checkout.", { isFinal: true });
}
