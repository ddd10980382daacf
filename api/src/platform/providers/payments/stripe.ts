import { Stripe } from "stripe";
import { type CallOptions } from "../../rpc/operation.ts";
import { type CircuitBreaker } from "../circuit-breaker.ts";
import { type CredentialCheck } from "../credential-check.ts";
import { isCharged, minimumOf, toStripe } from "./stripe/amounts.ts";
import { checkStripe } from "./stripe/check.ts";
import { disputeFacts, eventFacts, refundFact, sessionFact } from "./stripe/facts.ts";
import {
  type Checkout,
  type CheckoutCommand,
  EventRefused,
  eventToleranceMs,
  GatewayError,
  type GatewayCapabilities,
  type GatewayEvent,
  type GatewayFact,
  type InboundRequest,
  type PaymentGateway,
  type PaymentReference,
  type RefundCommand,
} from "./port.ts";
import { type PayoutFact } from "../payouts/port.ts";
import { StripePayouts, transferNews } from "../payouts/stripe.ts";
import { VendorLine } from "./vendor-line.ts";

/** A merchant's account at Stripe. */
export interface StripeSettings {
  /** `sk_test_…` or `sk_live_…`, or a restricted key with the same rights. */
  readonly secretKey: string;
  /** The signing secrets of the endpoint, `whsec_…`; two while they are being changed. */
  readonly webhookSecrets: readonly string[];
  /** Where Stripe is; its own address when not given. */
  readonly apiBase?: string | undefined;
  readonly circuit?: CircuitBreaker;
}

// Its tries are 1 + 2, with half a second and a second between them; the caller's deadline ends them.
const retries = 2;

/** Stripe Checkout by redirect. Its events are sent to the endpoint set up in Stripe's dashboard, not to `notifyUrl`. */
export class StripeGateway implements PaymentGateway {
  readonly name = "stripe";
  readonly capabilities: GatewayCapabilities;
  readonly payouts: StripePayouts;
  readonly #stripe: Stripe;
  readonly #webhookSecrets: readonly string[];
  readonly #line: VendorLine;

  constructor({ secretKey, webhookSecrets, apiBase, circuit }: StripeSettings) {
    this.#line = new VendorLine({ vendor: "Stripe", circuit, translate, isFault });
    this.payouts = new StripePayouts((options, work) => this.#ask(options, work));
    this.capabilities = {
      takes: isCharged,
      minimumMinor: minimumOf,
      minMinutes: 30,
      maxMinutes: 24 * 60,
      isLive: /^(sk|rk)_live_/.test(secretKey),
      opensBy: "page",
      acknowledgement: null,
    };
    this.#webhookSecrets = webhookSecrets;
    this.#stripe = new Stripe(secretKey, {
      ...addressOf(apiBase),
      telemetry: false,
      maxNetworkRetries: retries,
      timeout: 8000,
    });
  }

  createCheckout(command: CheckoutCommand, options: CallOptions): Promise<Checkout> {
    const { paymentId, key, amountMinor, currency, description, returnUrl, locale, closesAt } = command;
    const metadata = { paymentId };
    return this.#ask(options, async (stripe) => {
      const session = await stripe.checkout.sessions.create(
        {
          mode: "payment",
          client_reference_id: paymentId,
          metadata,
          // Events of the money itself name our payment too.
          payment_intent_data: { metadata, description },
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: currency.toLowerCase(),
                unit_amount: toStripe(amountMinor, currency),
                product_data: { name: description },
              },
            },
          ],
          success_url: returnUrl,
          cancel_url: returnUrl,
          expires_at: Math.floor(new Date(closesAt).getTime() / 1000),
          locale: localeOf(locale),
        },
        { idempotencyKey: key },
      );
      if (session.url === null)
        throw new GatewayError("Stripe gave the checkout no page.", { isFinal: true });
      return { checkoutId: session.id, url: session.url };
    });
  }

  getPayment(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#ask(options, (stripe) => tell(stripe, payment));
  }

  expireCheckout(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#ask(options, async (stripe) => {
      const session = await stripe.checkout.sessions.retrieve(payment.checkoutId);
      if (session.status === "open") {
        // The payer may finish at this very moment: then it can no longer be closed, and what it is now decides.
        await stripe.checkout.sessions.expire(payment.checkoutId).catch(passOverRefusal);
      }
      return tell(stripe, payment);
    });
  }

  refund(
    { refundId, key, payment, amountMinor, currency }: RefundCommand,
    options: CallOptions,
  ): Promise<readonly GatewayFact[]> {
    return this.#ask(options, async (stripe) => {
      const intent = payment.gatewayPaymentId ?? (await intentOf(stripe, payment));
      const refund = await stripe.refunds.create(
        {
          payment_intent: intent,
          amount: toStripe(amountMinor, currency),
          metadata: { refundId, paymentId: payment.paymentId },
        },
        { idempotencyKey: key },
      );
      return [refundFact(refund)];
    });
  }

  verifyEvent({ headers, body }: InboundRequest, now: Date): GatewayEvent {
    const signature = headers["stripe-signature"];
    if (typeof signature !== "string") throw new EventRefused("no signature");
    const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]) * 1000;
    // The library looks at old signatures only: it took one from ten days ahead (measured with 23.1).
    if (!(Math.abs(now.getTime() - signedAt) <= eventToleranceMs))
      throw new EventRefused("signed too long ago, or ahead of time");
    const event = this.#open(body, signature, now);
    if (event.livemode !== this.capabilities.isLive) throw new EventRefused("an event of the other mode");
    const payout = payoutIn(event);
    return { id: event.id, type: event.type, facts: eventFacts(event), ...(payout && { payout }) };
  }

  #open(body: Buffer, signature: string, now: Date): Stripe.Event {
    let refusal: unknown;
    for (const secret of this.#webhookSecrets) {
      try {
        const tolerance = eventToleranceMs / 1000;
        return this.#stripe.webhooks.constructEvent(
          body,
          signature,
          secret,
          tolerance,
          undefined,
          now.getTime(),
        );
      } catch (thrown) {
        refusal = thrown;
      }
    }
    throw new EventRefused("another signature, or no event", { cause: refusal });
  }

  /** What Stripe says of the key. */
  check(notifyUrl: string, options: CallOptions): Promise<CredentialCheck> {
    return this.#line.askOnce(options, () => checkStripe(this.#stripe, notifyUrl));
  }

  #ask<Answer>(options: CallOptions, work: (stripe: Stripe) => Promise<Answer>): Promise<Answer> {
    return this.#line.ask(options, () => work(this.#stripe));
  }
}

function payoutIn(event: Stripe.Event): PayoutFact | null {
  switch (event.type) {
    case "transfer.created":
    case "transfer.updated":
    case "transfer.reversed":
      return transferNews(event.data.object);
    default:
      return null;
  }
}

/** Everything Stripe knows of a payment. */
async function tell(stripe: Stripe, { checkoutId }: PaymentReference): Promise<GatewayFact[]> {
  const session = await stripe.checkout.sessions.retrieve(checkoutId, { expand: ["payment_intent"] });
  const facts = [sessionFact(session)];
  const intent = typeof session.payment_intent === "string" ? null : session.payment_intent;
  if (intent === null) return facts;
  const [refunds, disputes] = await Promise.all([
    stripe.refunds.list({ payment_intent: intent.id, limit: 100 }),
    stripe.disputes.list({ payment_intent: intent.id, limit: 100 }),
  ]);
  return [...facts, ...refunds.data.map(refundFact), ...disputes.data.flatMap(disputeFacts)];
}

const translate = (thrown: unknown): unknown =>
  thrown instanceof Stripe.errors.StripeError ? gatewayError(thrown) : thrown;

/** Whether Stripe itself is in trouble, rather than a key, a request or a process that stops. */
function isFault(thrown: unknown): boolean {
  const { StripeConnectionError, StripeAPIError } = Stripe.errors;
  return (
    thrown instanceof GatewayError &&
    (thrown.cause instanceof StripeConnectionError || thrown.cause instanceof StripeAPIError)
  );
}

async function intentOf(stripe: Stripe, { checkoutId }: PaymentReference): Promise<string> {
  const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(checkoutId);
  const id = typeof intent === "string" ? intent : intent?.id;
  if (id === undefined) throw new GatewayError("Nothing was paid.", { isFinal: true });
  return id;
}

function passOverRefusal(thrown: unknown): void {
  if (!(thrown instanceof Stripe.errors.StripeInvalidRequestError)) throw thrown;
}

function gatewayError(refusal: InstanceType<typeof Stripe.errors.StripeError>): GatewayError {
  const { StripeInvalidRequestError, StripeIdempotencyError, StripeCardError } = Stripe.errors;
  // A wrong key or a limit passes when somebody mends it; a request Stripe does not understand stays wrong.
  const isFinal =
    refusal instanceof StripeInvalidRequestError ||
    refusal instanceof StripeIdempotencyError ||
    refusal instanceof StripeCardError;
  return new GatewayError(`Stripe: ${refusal.code ?? refusal.type}`, { isFinal, cause: refusal });
}

function addressOf(apiBase: string | undefined): Stripe.StripeConfig {
  if (apiBase === undefined) return {};
  const { protocol, hostname, port } = new URL(apiBase);
  const isPlain = protocol === "http:";
  return {
    host: hostname,
    protocol: isPlain ? "http" : "https",
    port: port === "" ? (isPlain ? 80 : 443) : port,
  };
}

const languages = [
  "ar",
  "de",
  "en",
  "es",
  "fr",
  "it",
  "ja",
  "ko",
  "nl",
  "pl",
  "pt",
  "ru",
  "tr",
  "vi",
  "zh",
] as const;

/** The language of the page, as Stripe names it; for others, such as Arabic, it goes by the browser. */
function localeOf(locale: string): Stripe.Checkout.SessionCreateParams.Locale {
  const language = languages.find((known) => locale.toLowerCase().startsWith(known));
  return language ?? "auto";
}
