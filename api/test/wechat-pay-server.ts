import { generateKeyPairSync, randomBytes } from "node:crypto";
import { Aes, Formatter, Rsa } from "wechatpay-axios-plugin";
import { payPage, type Paying, PaymentServer, type SentEvent } from "./payment-server.ts";
import { type ServedAnswer, type ServedCall } from "./vendor-server.ts";

interface Transaction {
  readonly number: string;
  readonly id: string;
  readonly total: number;
  readonly currency: string;
  readonly asked: string;
  readonly notifyUrl: string;
  readonly closesAt: Date;
  readonly codeUrl: string;
  paid: number;
  state: "NOTPAY" | "SUCCESS" | "REFUND" | "CLOSED";
}

interface Refund {
  readonly number: string;
  readonly id: string;
  readonly transaction: Transaction;
  readonly amount: number;
  status: "PROCESSING" | "SUCCESS" | "ABNORMAL";
}

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const keysOf = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** WeChat Pay's API v3 as far as Native payments need it: signed calls and answers, refunds, sealed and signed notifications. */
export class WechatPayServer extends PaymentServer {
  readonly merchantId = "1900000001";
  readonly appId = "wx0000000000000001";
  readonly serialNumber = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
  readonly publicKeyId = "PUB_KEY_ID_0119000000012026112900000001";
  readonly apiV3Key = "0123456789abcdef0123456789abcdef";
  /** Refunds of these transactions come back: the payer's bank does not take them. */
  readonly failing = new Set<string>();
  readonly #merchant = keysOf();
  readonly #platform = keysOf();
  readonly #foreign = keysOf();
  readonly #transactions = new Map<string, Transaction>();
  readonly #refunds = new Map<string, Refund>();

  get privateKey(): string {
    return this.#merchant.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  }

  get publicKey(): string {
    return this.#platform.publicKey.export({ type: "spki", format: "pem" }).toString();
  }

  async pay(number: string, { amountMinor, isLate }: Paying = {}): Promise<void> {
    const transaction = this.#transaction(number);
    const isOver = transaction.state !== "NOTPAY" || transaction.closesAt.getTime() < Date.now();
    if (isOver && !isLate) throw new Error("This code is no longer valid.");
    transaction.state = "SUCCESS";
    transaction.paid = amountMinor ?? transaction.total;
    await this.#notify(transaction, "TRANSACTION.SUCCESS", this.#present(transaction));
  }

  async refundOutside(number: string, amountMinor: number): Promise<void> {
    const refund = this.#addRefund(this.#transaction(number), `portal${this.nextId("")}`, amountMinor);
    await this.#finish(refund);
  }

  /** What a notification says, sealed and signed for a moment, with the foreign key for somebody else. */
  signed(
    { type, resource, at = new Date() }: { type: string; resource: object; at?: Date },
    by: "wechat" | "somebody" = "wechat",
  ): SentEvent {
    const nonce = randomBytes(6).toString("hex");
    const sealed = Aes.AesGcm.encrypt(JSON.stringify(resource), this.apiV3Key, nonce, "transaction");
    const body = JSON.stringify({
      id: this.nextId("EV-"),
      create_time: at.toISOString(),
      resource_type: "encrypt-resource",
      event_type: type,
      summary: "支付成功",
      resource: {
        original_type: "transaction",
        algorithm: "AEAD_AES_256_GCM",
        ciphertext: sealed,
        associated_data: "transaction",
        nonce,
      },
    });
    return { headers: this.sign(body, at, by), body: Buffer.from(body) };
  }

  /** The headers of a body, signed for a moment. */
  sign(body: string, at = new Date(), by: "wechat" | "somebody" = "wechat"): Record<string, string> {
    const { privateKey } = by === "wechat" ? this.#platform : this.#foreign;
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const nonce = randomBytes(16).toString("hex");
    return {
      "content-type": "application/json",
      "wechatpay-serial": this.publicKeyId,
      "wechatpay-timestamp": timestamp,
      "wechatpay-nonce": nonce,
      "wechatpay-signature": Rsa.sign(Formatter.response(timestamp, nonce, body), privateKey),
    };
  }

  async #notify({ notifyUrl }: Transaction, type: string, resource: object): Promise<void> {
    await this.tell(notifyUrl, this.signed({ type, resource }));
  }

  protected async answer({ call, query, body, authorization, whole }: ServedCall): Promise<ServedAnswer> {
    const page = /^(GET|POST) \/scan\/(\w+)$/.exec(call);
    if (page?.[1] === "GET")
      return { status: 200, text: payPage("WeChat Pay"), headers: { "content-type": "text/html" } };
    if (page) {
      await this.pay(page[2]!);
      return { status: 200, text: "Paid" };
    }
    try {
      this.#assertSigned(authorization, whole);
      const found = this.#route(call, query, body as Record<string, never>);
      const text = found === null ? "" : JSON.stringify(found);
      return { status: found === null ? 204 : 200, text, headers: this.sign(text) };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const { status, code, message } = thrown;
      return { status, body: { code, message } };
    }
  }

  #assertSigned(authorization: string, { request, url, bytes }: ServedCall["whole"]): void {
    const [, scheme, list = ""] = /^(\S+) (.*)$/.exec(authorization) ?? [];
    const given = Object.fromEntries(
      [...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    const { mchid, serial_no, nonce_str = "", timestamp = "", signature = "" } = given;
    const content = Formatter.request(
      request.method ?? "",
      `${url.pathname}${url.search}`,
      timestamp,
      nonce_str,
      bytes.toString(),
    );
    const publicPem = this.#merchant.publicKey.export({ type: "spki", format: "pem" }).toString();
    const isOwn = mchid === this.merchantId && serial_no === this.serialNumber;
    if (scheme !== "WECHATPAY2-SHA256-RSA2048" || !isOwn || !Rsa.verify(content, signature, publicPem))
      throw new Refusal(401, "SIGN_ERROR", "签名错误，请检查后再试");
  }

  #route(call: string, query: URLSearchParams, asked: Record<string, never>): object | null {
    if (call === "POST /v3/pay/transactions/native") return this.#create(asked);
    if (call === "POST /v3/refund/domestic/refunds") return this.#refund(asked);
    const refund = /^GET \/v3\/refund\/domestic\/refunds\/(\w+)$/.exec(call)?.[1];
    if (refund) return this.#presentRefund(this.#refundOf(refund));
    const [, method, number, close] =
      /^(GET|POST) \/v3\/pay\/transactions\/out-trade-no\/(\w+)(\/close)?$/.exec(call) ?? [];
    if (!number) throw new Refusal(404, "NOT_FOUND", "接口不存在");
    const mchid = method === "GET" ? query.get("mchid") : asked["mchid"];
    if (mchid !== this.merchantId) throw new Refusal(400, "PARAM_ERROR", "商户号错误");
    const transaction = this.#transaction(number);
    if (!close) return this.#present(transaction);
    if (transaction.state === "SUCCESS" || transaction.state === "REFUND")
      throw new Refusal(400, "ORDER_PAID", "该订单已支付");
    transaction.state = "CLOSED";
    return null;
  }

  #create(asked: {
    out_trade_no?: string;
    amount?: { total: number; currency: string };
    time_expire?: string;
    notify_url?: string;
    appid?: string;
  }): object {
    const { out_trade_no: number = "", amount, time_expire = "", notify_url = "", appid } = asked;
    if (appid !== this.appId || !amount || !/^[\w|*-]{6,32}$/.test(number) || !Number.isInteger(amount.total))
      throw new Refusal(400, "PARAM_ERROR", "参数错误");
    const known = this.#transactions.get(number);
    const same = JSON.stringify(asked);
    if (known && known.asked !== same)
      throw new Refusal(400, "INVALID_REQUEST", "请求重入，参数与首次请求不一致");
    if (known && known.state !== "NOTPAY") throw new Refusal(400, "ORDER_CLOSED", "订单已关闭");
    const codeUrl = known?.codeUrl ?? `weixin://wxpay/bizpayurl?pr=${number.slice(-12)}`;
    if (known) return { code_url: codeUrl };
    const { total, currency } = amount;
    const begun = { paid: 0, state: "NOTPAY", id: this.nextId("42000"), codeUrl } as const;
    const closesAt = new Date(time_expire);
    this.#transactions.set(number, {
      ...begun,
      number,
      total,
      currency,
      asked: same,
      notifyUrl: notify_url,
      closesAt,
    });
    return { code_url: codeUrl };
  }

  #transaction(number: string): Transaction {
    const transaction = this.#transactions.get(number);
    if (!transaction) throw new Refusal(404, "ORDER_NOT_EXIST", "订单不存在");
    return transaction;
  }

  #refundOf(number: string): Refund {
    const refund = this.#refunds.get(number);
    if (!refund) throw new Refusal(404, "RESOURCE_NOT_EXISTS", "退款单不存在");
    return refund;
  }

  #present({ number, id, total, paid, currency, state }: Transaction): object {
    const isPaid = state === "SUCCESS" || state === "REFUND";
    return {
      appid: this.appId,
      mchid: this.merchantId,
      out_trade_no: number,
      trade_state: state,
      trade_state_desc: state,
      ...(isPaid && { transaction_id: id, trade_type: "NATIVE", success_time: new Date().toISOString() }),
      amount: { total: isPaid ? paid : total, currency, payer_total: paid, payer_currency: currency },
    };
  }

  #refund({
    out_trade_no = "",
    out_refund_no = "",
    amount = { refund: 0, total: 0 },
  }: {
    out_trade_no?: string;
    out_refund_no?: string;
    amount?: { refund: number; total: number };
  }): object {
    const transaction = this.#transaction(out_trade_no);
    if (transaction.paid === 0) throw new Refusal(400, "INVALID_REQUEST", "订单未支付");
    if (amount.total !== transaction.paid) throw new Refusal(400, "INVALID_REQUEST", "订单金额不一致");
    const known = this.#refunds.get(out_refund_no);
    if (known && known.amount !== amount.refund)
      throw new Refusal(400, "INVALID_REQUEST", "退款单号重复，参数不一致");
    if (known) return this.#presentRefund(known);
    if (this.#refundedOf(transaction) + amount.refund > transaction.paid)
      throw new Refusal(400, "INVALID_REQUEST", "退款金额大于支付金额");
    const refund = this.#addRefund(transaction, out_refund_no, amount.refund);
    const begun = this.#presentRefund(refund);
    void this.#finish(refund);
    return begun;
  }

  #refundedOf(transaction: Transaction): number {
    const own = [...this.#refunds.values()].filter((refund) => refund.transaction === transaction);
    return own.reduce((sum, { amount, status }) => (status === "ABNORMAL" ? sum : sum + amount), 0);
  }

  #addRefund(transaction: Transaction, number: string, amount: number): Refund {
    const refund: Refund = { number, id: this.nextId("50300"), transaction, amount, status: "PROCESSING" };
    this.#refunds.set(number, refund);
    transaction.state = "REFUND";
    return refund;
  }

  /** The payer's bank takes the money, or not; the merchant hears of it afterwards. */
  async #finish(refund: Refund): Promise<void> {
    const fails = this.failing.delete(refund.transaction.number);
    refund.status = fails ? "ABNORMAL" : "SUCCESS";
    const { status, ...rest } = this.#presentRefund(refund);
    const resource = { mchid: this.merchantId, ...rest, refund_status: status };
    await this.#notify(refund.transaction, `REFUND.${status}`, resource);
  }

  #presentRefund({ number, id, transaction, amount, status }: Refund) {
    const { number: out_trade_no, id: transaction_id, paid, currency } = transaction;
    return {
      refund_id: id,
      out_refund_no: number,
      transaction_id,
      out_trade_no,
      channel: "ORIGINAL",
      status,
      amount: { total: paid, refund: amount, payer_total: paid, payer_refund: amount, currency },
    };
  }
}
