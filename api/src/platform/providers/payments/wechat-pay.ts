import { Aes, Decorator, Formatter, Rsa } from "wechatpay-axios-plugin";
import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { type CircuitBreaker } from "../circuit-breaker.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { publicPem, privatePem, readPrivateKey, readPublicKey } from "./keys.ts";
import { isLineFailure } from "./line-failure.ts";
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
import { notification, ownership, refundFact, resourceFacts, transactionFact } from "./wechat-pay/facts.ts";

/** A merchant at WeChat Pay. */
export interface WechatPaySettings {
  /** The merchant's number, `mchid`. */
  readonly merchantId: string;
  /** The application the merchant sells in. */
  readonly appId: string;
  /** The serial number of the merchant's certificate. */
  readonly serialNumber: string;
  /** The private key of that certificate. */
  readonly privateKey: string;
  /** The 32 characters notifications are encrypted with. */
  readonly apiV3Key: string;
  /** WeChat Pay's public key for this merchant, or its platform certificate, and the id it goes by. */
  readonly publicKey: string;
  readonly publicKeyId: string;
  /** Where WeChat Pay is, without a slash at the end. */
  readonly url: string;
  readonly isLive: boolean;
  readonly circuit?: CircuitBreaker;
}

/** WeChat Pay's API v3 with Native payments: the payer scans a code. Notifications go to `notifyUrl`. */
export class WechatPayGateway implements PaymentGateway {
  readonly name = "wechat_pay";
  readonly capabilities: GatewayCapabilities;
  readonly #settings: WechatPaySettings;
  readonly #api: Decorator["v3"];
  readonly #publicKey: string;
  readonly #line: VendorLine;

  constructor(settings: WechatPaySettings) {
    const { merchantId, serialNumber, privateKey, publicKey, publicKeyId, url, isLive, circuit } = settings;
    this.capabilities = {
      takes: (currency) => currency === "CNY",
      minimumMinor: () => 1,
      minMinutes: 1,
      // A code can be scanned for two hours.
      maxMinutes: 115,
      isLive,
      opensBy: "code",
      acknowledgement: null,
    };
    this.#settings = settings;
    this.#line = new VendorLine({ vendor: "WeChat Pay", circuit, translate, isFault });
    this.#publicKey = publicPem(readPublicKey(publicKey));
    this.#api = new Decorator({
      mchid: merchantId,
      serial: serialNumber,
      privateKey: privatePem(readPrivateKey(privateKey)),
      certs: { [publicKeyId]: this.#publicKey },
      baseURL: `${url}/`,
      timeout: 8000,
      maxRedirects: 0,
    }).v3;
  }

  createCheckout(command: CheckoutCommand, options: CallOptions): Promise<Checkout> {
    const { paymentId, amountMinor, currency, description, notifyUrl, closesAt } = command;
    const checkoutId = tradeNumberOf(paymentId);
    const { merchantId: mchid, appId: appid } = this.#settings;
    return this.#line.ask(options, async () => {
      const { data } = await this.#api.post("/v3/pay/transactions/native", {
        appid,
        mchid,
        description: description.slice(0, 127),
        out_trade_no: checkoutId,
        time_expire: closesAt.replace(/\.\d+Z$/, "Z").replace("Z", "+00:00"),
        notify_url: notifyUrl,
        amount: { total: amountMinor, currency },
      });
      return { checkoutId, url: z.object({ code_url: z.string() }).parse(data).code_url };
    });
  }

  getPayment(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    return this.#line.ask(options, () => this.#tell(payment));
  }

  expireCheckout(payment: PaymentReference, options: CallOptions): Promise<readonly GatewayFact[]> {
    const { merchantId: mchid } = this.#settings;
    return this.#line.ask(options, async () => {
      // Refused when it was paid meanwhile: then what it is now decides.
      await this.#api
        .post(`/v3/pay/transactions/out-trade-no/${payment.checkoutId}/close`, { mchid })
        .catch(passOverRefusal);
      return this.#tell(payment);
    });
  }

  refund({ refundId, payment, amountMinor, currency }: RefundCommand, options: CallOptions) {
    return this.#line.ask(options, async () => {
      const paid = await this.#transaction(payment);
      const total = z.object({ amount: z.object({ total: z.int() }) }).parse(paid).amount.total;
      const { data } = await this.#api.post("/v3/refund/domestic/refunds", {
        out_trade_no: payment.checkoutId,
        // The same number is the same refund, whatever became of the first answer.
        out_refund_no: tradeNumberOf(refundId),
        amount: { refund: amountMinor, total, currency },
      });
      return [refundFact(data)];
    });
  }

  verifyEvent({ headers, body }: InboundRequest, now: Date): GatewayEvent {
    const header = (name: string): string => {
      const value = headers[`wechatpay-${name}`];
      if (typeof value !== "string") throw new EventRefused("no signature");
      return value;
    };
    const [serial, timestamp, nonce, signature] = ["serial", "timestamp", "nonce", "signature"].map(header);
    const { publicKeyId, apiV3Key, merchantId, appId } = this.#settings;
    if (serial !== publicKeyId) throw new EventRefused("signed with another key");
    if (!(Math.abs(now.getTime() - Number(timestamp) * 1000) <= eventToleranceMs))
      throw new EventRefused("signed too long ago, or ahead of time");
    const content = Formatter.response(timestamp!, nonce!, body.toString("utf8"));
    if (!Rsa.verify(content, signature!, this.#publicKey)) throw new EventRefused("another signature");
    try {
      const { id, event_type, resource } = notification.parse(JSON.parse(body.toString("utf8")));
      const { ciphertext, nonce: iv, associated_data } = resource;
      const opened: unknown = JSON.parse(Aes.AesGcm.decrypt(ciphertext, apiV3Key, iv, associated_data));
      const owner = ownership.parse(opened);
      if (owner.mchid !== merchantId || (owner.appid ?? appId) !== appId)
        throw new EventRefused("a notification of another merchant");
      return { id, type: event_type, facts: resourceFacts(event_type, opened) };
    } catch (refusal) {
      throw refusal instanceof EventRefused
        ? refusal
        : new EventRefused("no notification", { cause: refusal });
    }
  }

  /** What WeChat Pay says of the credentials, asked about a transaction that does not exist. */
  async check(options: CallOptions): Promise<CredentialCheck> {
    const { merchantId } = this.#settings;
    const nothing = {
      paymentId: "",
      checkoutId: "tessera0connection0test",
      gatewayPaymentId: null,
      refundIds: [],
    };
    try {
      await this.#line.askOnce(options, () => this.#transaction(nothing));
      return { code: "works", account: merchantId, detail: merchantId };
    } catch (refusal) {
      if (!(refusal instanceof GatewayError)) throw refusal;
      const status = statusOf(refusal.cause);
      if (status === 404) return { code: "works", account: merchantId, detail: merchantId };
      // Its answer came and was not signed with the key that was entered.
      const code = status !== undefined && status < 300 ? "settings" : codeOfStatus(status);
      return { code, account: null, detail: refusal.message };
    }
  }

  async #tell(payment: PaymentReference): Promise<GatewayFact[]> {
    const fact = transactionFact(await this.#transaction(payment));
    const refunds = await Promise.all(payment.refundIds.map((id) => this.#tellRefund(tradeNumberOf(id))));
    return [fact, ...refunds.flat()];
  }

  async #transaction({ checkoutId }: PaymentReference): Promise<unknown> {
    const params = { mchid: this.#settings.merchantId };
    return (await this.#api.get(`/v3/pay/transactions/out-trade-no/${checkoutId}`, { params })).data;
  }

  /** One refund by our number; none when WeChat Pay was not asked for it yet. */
  async #tellRefund(number: string): Promise<GatewayFact[]> {
    try {
      return [refundFact((await this.#api.get(`/v3/refund/domestic/refunds/${number}`)).data)];
    } catch (refusal) {
      if (statusOf(refusal) === 404) return [];
      throw refusal;
    }
  }
}

const statusOf = (thrown: unknown): number | undefined =>
  isLineFailure(thrown) ? thrown.response?.status : undefined;

const said = z.object({ code: z.string(), message: z.string().default("") });

function passOverRefusal(thrown: unknown): void {
  if (statusOf(thrown) !== 400) throw thrown;
}

// Refused now, and not for ever: a limit, or a merchant without enough money until they pay some in.
const passing = ["NOT_ENOUGH", "USER_ACCOUNT_ABNORMAL", "FREQUENCY_LIMITED", "BIZERR_NEED_RETRY"];

function translate(thrown: unknown): unknown {
  if (!isLineFailure(thrown)) return thrown;
  const status = statusOf(thrown);
  const read = said.safeParse(thrown.response?.data);
  const { code, message } = read.success ? read.data : { code: thrown.code ?? "", message: thrown.message };
  // A wrong key or a limit passes when somebody mends it; a request WeChat Pay does not understand stays wrong.
  const isFinal =
    (status === 400 || status === 404 || status === 403) && read.success && !isPassing(status, code);
  return new GatewayError(`WeChat Pay: ${code} ${message}`.slice(0, 300), { isFinal, cause: thrown });
}

const isPassing = (status: number, code: string): boolean =>
  passing.includes(code) || (status === 403 && code === "NO_AUTH");

const isFault = (thrown: unknown): boolean => {
  if (!(thrown instanceof GatewayError)) return false;
  const status = statusOf(thrown.cause);
  return status === undefined || status >= 500;
};
