import { AlipayRequestError, AlipaySdk } from "alipay-sdk";
import { wallClock } from "../../clock.ts";
import { type CallOptions } from "../../rpc/operation.ts";
import { type CircuitBreaker } from "../circuit-breaker.ts";
import { type CredentialCheck } from "../credential-check.ts";
import { fromBeijing, toBeijing } from "./alipay/beijing-time.ts";
import { checkOf } from "./alipay/check.ts";
import { notification, notificationFacts, refundFacts, tradeFact } from "./alipay/facts.ts";
import { toDecimal } from "./decimal.ts";
import { privatePem, publicPem, readPrivateKey, readPublicKey } from "./keys.ts";
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
import { tradeNumberOf } from "./trade-number.ts";
import { VendorLine } from "./vendor-line.ts";

/** A merchant's application at Alipay. */
export interface AlipaySettings {
  readonly appId: string;
  /** The application's private key: PEM, or the base64 Alipay's tools give. */
  readonly privateKey: string;
  /** Alipay's public key for this application, which signs answers and notifications. */
  readonly alipayPublicKey: string;
  /** Where Alipay is, without a slash at the end. */
  readonly url: string;
  readonly isLive: boolean;
  readonly circuit?: CircuitBreaker;
}

/** Alipay's answer to a call, its names in camel case as the library writes them. */
export interface AlipayAnswer {
  readonly code: string;
  readonly msg: string;
  readonly subCode?: string | undefined;
  readonly subMsg?: string | undefined;
}

/** Payments on Alipay's own page, for computers or for phones. Trades are found by our number; notifications go to `notifyUrl`. */
export class AlipayGateway implements PaymentGateway {
  readonly name = "alipay";
  readonly capabilities: GatewayCapabilities;
  readonly #alipay: AlipaySdk;
  readonly #appId: string;
  readonly #line: VendorLine;

  constructor({ appId, privateKey, alipayPublicKey, url, isLive, circuit }: AlipaySettings) {
    this.capabilities = {
      takes: (currency) => currency === "CNY",
      minimumMinor: () => 1,
      minMinutes: 1,
      maxMinutes: 24 * 60,
      isLive,
      opensBy: "page",
      // Anything else, and Alipay sends it again for a day.
      acknowledgement: "success",
    };
    this.#appId = appId;
    this.#line = new VendorLine({ vendor: "Alipay", circuit, translate, isFault });
    this.#alipay = new AlipaySdk({
      appId,
      privateKey: privatePem(readPrivateKey(privateKey)),
      keyType: "PKCS8",
      alipayPublicKey: publicPem(readPublicKey(alipayPublicKey)),
      gateway: `${url}/gateway.do`,
      endpoint: url,
      timeout: 8000,
      camelcase: false,
    });
  }

  /** Signs the address of Alipay's page; Alipay hears of the checkout when the payer opens it. */
  async createCheckout(command: CheckoutCommand, { signal }: CallOptions): Promise<Checkout> {
    signal.throwIfAborted();
    const { paymentId, amountMinor, currency, description, returnUrl, notifyUrl, device, closesAt } = command;
    const checkoutId = tradeNumberOf(paymentId);
    const isPhone = device === "phone";
    const url = this.#alipay.pageExecute(isPhone ? "alipay.trade.wap.pay" : "alipay.trade.page.pay", "GET", {
      ...clock(),
      notify_url: notifyUrl,
      return_url: returnUrl,
      bizContent: {
        out_trade_no: checkoutId,
        product_code: isPhone ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY",
        total_amount: toDecimal(amountMinor, currency),
        subject: subjectOf(description),
        time_expire: toBeijing(new Date(closesAt)),
      },
    });
    return { checkoutId, url };
  }

  getPayment(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#line.ask(options, () => this.#tell(payment));
  }

  expireCheckout(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#line.ask(options, async () => {
      const closed = await this.#exec("alipay.trade.close", { out_trade_no: payment.checkoutId });
      // Nobody opened its page, which Alipay takes no payment on after `time_expire`.
      if (closed.subCode === "ACQ.TRADE_NOT_EXIST") return [neverOpened(payment, "expired")];
      // Refused because it was paid or closed before: what it is now decides.
      if (closed.code !== "10000" && closed.subCode?.startsWith("ACQ.") !== true) throw refusalOf(closed);
      return this.#tell(payment);
    });
  }

  refund(
    { refundId, payment, amountMinor, currency }: RefundCommand,
    options: CallOptions,
  ): Promise<readonly GatewayFact[]> {
    const number = tradeNumberOf(refundId);
    return this.#line.ask(options, async () => {
      const refunded = await this.#exec("alipay.trade.refund", {
        out_trade_no: payment.checkoutId,
        refund_amount: toDecimal(amountMinor, currency),
        // The same number is the same refund, whatever became of the first answer.
        out_request_no: number,
      });
      if (refunded.code !== "10000") throw refusalOf(refunded);
      return this.#tellRefund(payment, number);
    });
  }

  verifyEvent({ body }: InboundRequest, now: Date): GatewayEvent {
    const sent = [...new URLSearchParams(body.toString("utf8"))];
    const fields = Object.fromEntries(sent);
    // The library takes the algorithm from the notification itself, and reads a signature with anything behind it.
    if (fields["sign_type"] !== "RSA2" || !/^[A-Za-z0-9+/]+={0,2}$/.test(fields["sign"] ?? ""))
      throw new EventRefused("no signature");
    if (Object.keys(fields).length !== sent.length) throw new EventRefused("a field twice");
    if (!this.#alipay.checkNotifySignV2(fields)) throw new EventRefused("another signature");
    const read = notification.safeParse(fields);
    if (!read.success) throw new EventRefused("no notification", { cause: read.error });
    const { notify_id, notify_type, notify_time, trade_status = "", app_id } = read.data;
    if (app_id !== this.#appId) throw new EventRefused("a notification of another application");
    if (!(Math.abs(now.getTime() - fromBeijing(notify_time).getTime()) <= eventToleranceMs))
      throw new EventRefused("sent too long ago, or ahead of time");
    return {
      id: notify_id,
      type: `${notify_type} ${trade_status}`.trim(),
      facts: notificationFacts(read.data),
    };
  }

  /** What Alipay says of the credentials, asked about a trade that does not exist. */
  async check(options: CallOptions): Promise<CredentialCheck> {
    const asked = { out_trade_no: "tessera-connection-test" };
    try {
      const answer = await this.#line.askOnce(options, () => this.#exec("alipay.trade.query", asked));
      return checkOf(answer, this.#appId);
    } catch (refusal) {
      if (!(refusal instanceof GatewayError)) throw refusal;
      const isUnsigned = refusal.cause instanceof AlipayRequestError && isUnverified(refusal.cause);
      return { code: isUnsigned ? "settings" : "unreachable", account: null, detail: refusal.message };
    }
  }

  async #tell(payment: PaymentReference): Promise<GatewayFact[]> {
    const { checkoutId } = payment;
    const answer = await this.#exec("alipay.trade.query", { out_trade_no: checkoutId });
    if (answer.subCode === "ACQ.TRADE_NOT_EXIST") return [neverOpened(payment, "open")];
    if (answer.code !== "10000") throw refusalOf(answer);
    const fact = tradeFact(answer);
    if (fact.about !== "payment" || fact.state !== "paid") return [fact];
    // A refund somebody makes in Alipay's own pages goes by the number of the trade.
    const numbers = [...payment.refundIds.map(tradeNumberOf), checkoutId];
    const refunds = await Promise.all(numbers.map((number) => this.#tellRefund(payment, number)));
    return [fact, ...refunds.flat()];
  }

  async #tellRefund({ paymentId, checkoutId }: PaymentReference, number: string): Promise<GatewayFact[]> {
    const asked = { out_trade_no: checkoutId, out_request_no: number };
    const answer = await this.#exec("alipay.trade.fastpay.refund.query", asked);
    if (answer.code !== "10000" && answer.subCode !== "ACQ.TRADE_NOT_EXIST") throw refusalOf(answer);
    return refundFacts(answer, paymentId, number);
  }

  async #exec(method: string, bizContent: Record<string, string>): Promise<AlipayAnswer & object> {
    const answer = await this.#alipay.exec(method, { ...clock(), bizContent }, { validateSign: true });
    const { code, msg, sub_code: subCode, sub_msg: subMsg } = answer;
    return { ...answer, code, msg, subCode, subMsg };
  }
}

/** The library writes the time of the machine's zone, and Alipay reads China's. */
const clock = () => ({ timestamp: toBeijing(wallClock()) });

/** Alipay refuses `/`, `=` and `&` in what is bought. */
const subjectOf = (description: string): string => description.replaceAll(/[/=&]/g, " ").slice(0, 120);

const neverOpened = (
  { paymentId, checkoutId }: PaymentReference,
  state: "open" | "expired",
): GatewayFact => ({
  about: "payment",
  paymentId,
  checkoutId,
  gatewayPaymentId: null,
  state,
  amountMinor: 0,
  currency: "CNY",
});

// Trouble that passes: Alipay's own, or a merchant without enough money until they pay some in.
const passing = ["ACQ.SYSTEM_ERROR", "ACQ.SELLER_BALANCE_NOT_ENOUGH", "ACQ.REFUND_CHARGE_ERROR"];

/** A refusal of what was asked is final; one of the credentials ends when somebody mends them. */
function refusalOf({ code, msg, subCode, subMsg }: AlipayAnswer): GatewayError {
  const isFinal = code === "40004" && subCode?.startsWith("ACQ.") === true && !passing.includes(subCode);
  return new GatewayError(`Alipay: ${subCode ?? code} ${subMsg ?? msg}`, {
    isFinal,
    cause: code === "20000" ? outage : undefined,
  });
}

const outage = Symbol("Alipay is in trouble itself");

const translate = (thrown: unknown): unknown =>
  thrown instanceof AlipayRequestError
    ? new GatewayError(`Alipay: ${thrown.message.slice(0, 200)}`, { isFinal: false, cause: thrown })
    : thrown;

const isUnverified = ({ message }: AlipayRequestError): boolean => message.includes("验签失败");

const isFault = (thrown: unknown): boolean =>
  thrown instanceof GatewayError &&
  (thrown.cause === outage || (thrown.cause instanceof AlipayRequestError && !isUnverified(thrown.cause)));
