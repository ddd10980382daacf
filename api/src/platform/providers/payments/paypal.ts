import {
  ApiError,
  CheckoutPaymentIntent,
  OrdersController,
  PatchOp,
  PaymentsController,
  PaypalExperienceUserAction,
  PaypalWalletContextShippingPreference,
} from "@paypal/paypal-server-sdk";
import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { type CircuitBreaker } from "../circuit-breaker.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { toDecimal } from "./decimal.ts";
import { isLineFailure } from "./line-failure.ts";
import { PayPalCertificates } from "./paypal/certificates.ts";
import { type PayPalAccount, PayPalClient } from "./paypal/client.ts";
import {
  closedMark,
  eventFacts,
  eventSchema,
  isClosed,
  orderFacts,
  orderSchema,
  type PayPalOrder,
  refundFact,
  refundSchema,
} from "./paypal/facts.ts";
import {
  type Checkout,
  type CheckoutCommand,
  EventRefused,
  GatewayError,
  type GatewayCapabilities,
  type GatewayEvent,
  type GatewayFact,
  type InboundRequest,
  type PaymentGateway,
  type PaymentReference,
  type RefundCommand,
} from "./port.ts";
import { VendorLine } from "./vendor-line.ts";

/** A merchant's application at PayPal. */
export interface PayPalSettings extends PayPalAccount {
  /** The id of the webhook that was set up there, which its signatures cover; null until there is one. */
  readonly webhookId: string | null;
  readonly isLive: boolean;
  readonly circuit?: CircuitBreaker;
}

// https://developer.paypal.com/docs/reports/reference/paypal-supported-currencies: left out are those taken in their own country
// alone (BRL, CNY, MYR), and those PayPal takes without the decimals that ours have (HUF, TWD).
const currencies = new Set(
  "AUD CAD CHF CZK DKK EUR GBP HKD ILS JPY MXN NOK NZD PHP PLN SEK SGD THB USD".split(" "),
);

const representation = { prefer: "return=representation" };

/** PayPal's orders: the payer approves on PayPal's page, and we capture. Its events are sent to the webhook set up at PayPal. */
export class PayPalGateway implements PaymentGateway {
  readonly name = "paypal";
  readonly capabilities: GatewayCapabilities;
  readonly #client: PayPalClient;
  readonly #orders: OrdersController;
  readonly #payments: PaymentsController;
  readonly #certificates: PayPalCertificates;
  readonly #settings: PayPalSettings;
  readonly #line: VendorLine;

  constructor(settings: PayPalSettings) {
    this.capabilities = {
      takes: (currency) => currencies.has(currency),
      minimumMinor: () => 1,
      minMinutes: 1,
      // An approval can be captured for three hours.
      maxMinutes: 170,
      isLive: settings.isLive,
      opensBy: "page",
      acknowledgement: null,
    };
    this.#settings = settings;
    this.#line = new VendorLine({ vendor: "PayPal", circuit: settings.circuit, translate, isFault });
    this.#client = new PayPalClient(settings);
    this.#orders = new OrdersController(this.#client);
    this.#payments = new PaymentsController(this.#client);
    this.#certificates = new PayPalCertificates(settings.url);
  }

  createCheckout(command: CheckoutCommand, options: CallOptions): Promise<Checkout> {
    const { paymentId, key, amountMinor, currency, description, returnUrl, locale } = command;
    const isKnown = /^[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(locale);
    return this.#line.ask(options, async () => {
      const { body } = await this.#orders.createOrder({
        ...representation,
        paypalRequestId: key,
        body: {
          intent: CheckoutPaymentIntent.Capture,
          purchaseUnits: [
            {
              customId: paymentId,
              description: description.slice(0, 127),
              amount: { currencyCode: currency, value: toDecimal(amountMinor, currency) },
            },
          ],
          paymentSource: {
            paypal: {
              experienceContext: {
                returnUrl,
                cancelUrl: returnUrl,
                userAction: PaypalExperienceUserAction.PayNow,
                shippingPreference: PaypalWalletContextShippingPreference.NoShipping,
                ...(isKnown && { locale }),
              },
            },
          },
        },
      });
      const order = readOrder(body);
      // A key that was used before answers with the order of then.
      const [asked] = order.purchase_units;
      if (asked?.amount.amountMinor !== amountMinor || asked.amount.currency !== currency)
        throw new GatewayError("The key was used for another checkout.", { isFinal: true });
      const page = order.links.find(({ rel }) => rel === "payer-action" || rel === "approve");
      if (!page) throw new GatewayError("PayPal gave the checkout no page.", { isFinal: true });
      return { checkoutId: order.id, url: page.href };
    });
  }

  getPayment({ checkoutId }: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#line.ask(options, async () => this.#captured(await this.#order(checkoutId)));
  }

  expireCheckout(
    { paymentId, checkoutId }: PaymentReference,
    options: CallOptions,
  ): Promise<readonly GatewayFact[]> {
    return this.#line.ask(options, async () => {
      const order = await this.#order(checkoutId);
      // The payer was faster: what they approved is taken.
      if (order.status === "APPROVED" || order.status === "COMPLETED" || isClosed(order))
        return this.#captured(order);
      const path = "/purchase_units/@reference_id=='default'/custom_id";
      const mark = { op: PatchOp.Replace, path, value: closedMark(paymentId) };
      await this.#orders.patchOrder({ id: checkoutId, body: [mark] });
      return orderFacts(await this.#order(checkoutId));
    });
  }

  refund({ refundId, key, payment, amountMinor, currency }: RefundCommand, options: CallOptions) {
    return this.#line.ask(options, async () => {
      const captureId = payment.gatewayPaymentId ?? (await this.#captureOf(payment));
      const { body } = await this.#payments.refundCapturedPayment({
        ...representation,
        captureId,
        paypalRequestId: key,
        body: {
          customId: refundId,
          amount: { currencyCode: currency, value: toDecimal(amountMinor, currency) },
        },
      });
      return [refundFact(refundSchema.parse(jsonOf(body)))];
    });
  }

  async verifyEvent(request: InboundRequest, now: Date): Promise<GatewayEvent> {
    const { webhookId } = this.#settings;
    if (webhookId === null) throw new EventRefused("no webhook is known");
    await this.#certificates.verify(request, webhookId, now);
    try {
      const event = eventSchema.parse(JSON.parse(request.body.toString("utf8")));
      return { id: event.id, type: event.event_type, facts: eventFacts(event) };
    } catch (refusal) {
      throw new EventRefused("no event", { cause: refusal });
    }
  }

  /** What PayPal says of the credentials, and whether the webhook of `notifyUrl` is set up there. */
  async check(notifyUrl: string, options: CallOptions): Promise<CredentialCheck> {
    const { clientId: account, webhookId } = this.#settings;
    try {
      const text = await this.#line.askOnce(options, () => this.#client.read("/v1/notifications/webhooks"));
      const { webhooks } = webhooksSchema.parse(JSON.parse(text));
      const isThere = webhooks.some(({ id, url }) => url === notifyUrl && (webhookId ?? id) === id);
      const code = webhookId === null ? "no_secret" : isThere ? "works" : "no_events";
      return { code, account, detail: "" };
    } catch (refusal) {
      if (!(refusal instanceof GatewayError)) throw refusal;
      return { code: codeOfStatus(statusOf(refusal.cause)), account: null, detail: refusal.message };
    }
  }

  async #order(id: string): Promise<PayPalOrder> {
    return readOrder((await this.#orders.getOrder({ id })).body);
  }

  /** Takes what the payer approved, and tells how the order stands then. */
  async #captured(order: PayPalOrder): Promise<GatewayFact[]> {
    if (order.status !== "APPROVED" || isClosed(order)) return orderFacts(order);
    try {
      // One order has one capture, however often it is asked for.
      await this.#orders.captureOrder({
        ...representation,
        id: order.id,
        paypalRequestId: `capture ${order.id}`,
      });
    } catch (refusal) {
      if (issueOf(refusal) === "INSTRUMENT_DECLINED")
        return orderFacts(order).map((fact) =>
          fact.about === "payment" ? { ...fact, state: "declined" } : fact,
        );
      if (issueOf(refusal) !== "ORDER_ALREADY_CAPTURED") throw refusal;
    }
    return orderFacts(await this.#order(order.id));
  }

  async #captureOf({ checkoutId }: PaymentReference): Promise<string> {
    const [fact] = orderFacts(await this.#order(checkoutId));
    const id = fact?.gatewayPaymentId ?? null;
    if (id === null) throw new GatewayError("Nothing was paid.", { isFinal: true });
    return id;
  }
}

const webhooksSchema = z.object({
  webhooks: z.array(z.object({ id: z.string(), url: z.string() })).default([]),
});

/** The answer itself: the library's own reading of it leaves fields out that came later. */
const jsonOf = (body: unknown): unknown => JSON.parse(z.string().parse(body));

const readOrder = (body: unknown): PayPalOrder => orderSchema.parse(jsonOf(body));

const statusOf = (thrown: unknown): number | undefined =>
  thrown instanceof ApiError ? thrown.statusCode : undefined;

const said = z.object({
  name: z.string().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
  details: z.array(z.object({ issue: z.string() })).default([]),
});

function saidBy(thrown: unknown): z.infer<typeof said> {
  const nothing = { details: [] };
  if (!(thrown instanceof ApiError) || typeof thrown.body !== "string") return nothing;
  try {
    return said.parse(JSON.parse(thrown.body));
  } catch {
    return nothing;
  }
}

const issueOf = (thrown: unknown): string | undefined => saidBy(thrown).details[0]?.issue;

function translate(thrown: unknown): unknown {
  if (!(thrown instanceof ApiError) && !isLineFailure(thrown)) return thrown;
  const status = statusOf(thrown);
  const { name, error, message } = saidBy(thrown);
  const words = [issueOf(thrown) ?? name ?? error ?? thrown.message, message ?? ""].join(" ").trim();
  // A wrong key or a limit passes when somebody mends it; a request PayPal does not understand stays wrong.
  const isFinal = status === 400 || status === 404 || status === 422;
  return new GatewayError(`PayPal: ${words}`.slice(0, 300), { isFinal, cause: thrown });
}

const isFault = (thrown: unknown): boolean => {
  if (!(thrown instanceof GatewayError)) return false;
  const status = statusOf(thrown.cause);
  return isLineFailure(thrown.cause) || (status !== undefined && status >= 500);
};
