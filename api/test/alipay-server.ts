import { createSign, createVerify, generateKeyPairSync } from "node:crypto";
import { fromBeijing, toBeijing } from "../src/platform/providers/payments/alipay/beijing-time.ts";
import { fromDecimal, toDecimal } from "../src/platform/providers/payments/decimal.ts";
import { payPage, type Paying, PaymentServer, type SentEvent } from "./payment-server.ts";
import { type ServedAnswer, type ServedCall } from "./vendor-server.ts";

type Fields = Readonly<Record<string, string>>;

interface Trade {
  readonly number: string;
  readonly tradeNo: string;
  amountMinor: number;
  status: "WAIT_BUYER_PAY" | "TRADE_SUCCESS" | "TRADE_CLOSED";
  paidAt: Date | null;
  readonly refunds: Map<string, number>;
  readonly page: Fields;
}

class Refusal extends Error {
  readonly answer: Fields;
  constructor(code: string, subCode: string, subMsg: string) {
    super(subMsg);
    this.answer = {
      code,
      msg: code === "40004" ? "Business Failed" : "Invalid Arguments",
      sub_code: subCode,
      sub_msg: subMsg,
    };
  }
}

const business = (subCode: string, subMsg: string) => new Refusal("40004", `ACQ.${subCode}`, subMsg);

const keysOf = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** What is signed of a form: its fields by name, without the signature. */
const contentOf = (fields: Fields, without: readonly string[]): string =>
  Object.keys(fields)
    .filter((name) => !without.includes(name))
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join("&");

/** Alipay's open platform as far as trades need it: signed calls and answers (RSA2), the pay pages, signed notifications. */
export class AlipayServer extends PaymentServer {
  readonly appId = "2021000000000001";
  readonly #app = keysOf();
  readonly #platform = keysOf();
  readonly #foreign = keysOf();
  readonly #trades = new Map<string, Trade>();
  /** The addresses pages were opened with, by our number: Alipay knows nothing of a trade before. */
  readonly pages = new Map<string, Fields>();

  get privateKey(): string {
    return this.#app.privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
  }

  get publicKey(): string {
    return this.#platform.publicKey.export({ type: "spki", format: "der" }).toString("base64");
  }

  /** A payer opens the page of an address: the trade begins. */
  visit(address: string): void {
    const { searchParams } = new URL(address);
    this.#open(Object.fromEntries(searchParams));
  }

  async pay(number: string, { amountMinor, isLate }: Paying = {}): Promise<void> {
    const trade = this.#trades.get(number);
    const closesAt = fromBeijing(JSON.parse(trade?.page["biz_content"] ?? "{}").time_expire ?? "");
    const isOver = trade?.status !== "WAIT_BUYER_PAY" || closesAt.getTime() < Date.now();
    if (!trade || (isOver && !isLate)) throw new Error("This page is closed.");
    Object.assign(trade, {
      status: "TRADE_SUCCESS",
      paidAt: new Date(),
      amountMinor: amountMinor ?? trade.amountMinor,
    });
    await this.#notify(trade);
  }

  async refundOutside(number: string, amountMinor: number): Promise<void> {
    const trade = this.#trade(number);
    trade.refunds.set(number, amountMinor);
    await this.#notify(trade, { out_biz_no: number });
  }

  /** A notification's fields, signed as Alipay signs, with the foreign key for somebody else. */
  signed(fields: Fields, by: "alipay" | "somebody" = "alipay"): SentEvent {
    const { privateKey } = by === "alipay" ? this.#platform : this.#foreign;
    const sign = createSign("RSA-SHA256").update(contentOf(fields, [])).sign(privateKey, "base64");
    const body = Buffer.from(new URLSearchParams({ ...fields, sign_type: "RSA2", sign }).toString());
    return { headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" }, body };
  }

  /** The fields every notification has. */
  fields(at: Date, more: Fields = {}): Fields {
    return {
      notify_id: this.nextId("notify"),
      notify_type: "trade_status_sync",
      notify_time: toBeijing(at),
      app_id: this.appId,
      charset: "utf-8",
      version: "1.0",
      ...more,
    };
  }

  async #notify(trade: Trade, more: Fields = {}): Promise<void> {
    const refunded = refundedOf(trade);
    const event = this.signed(
      this.fields(new Date(), {
        out_trade_no: trade.number,
        trade_no: trade.tradeNo,
        trade_status: trade.status,
        total_amount: toDecimal(trade.amountMinor, "CNY"),
        // What the payer wrote, which must not confuse the signature.
        subject: "100% & more = 李",
        ...(trade.paidAt && { gmt_payment: toBeijing(trade.paidAt) }),
        ...(refunded > 0 && { refund_fee: toDecimal(refunded, "CNY"), gmt_refund: toBeijing(new Date()) }),
        ...more,
      }),
    );
    await this.tell(trade.page["notify_url"] ?? null, event);
  }

  protected async answer({ call, query, body }: ServedCall): Promise<ServedAnswer> {
    const fields = { ...Object.fromEntries(query), ...(body as Fields) };
    const { method = "" } = fields;
    if (call.startsWith("GET /gateway.do") && /^alipay\.trade\.(page|wap)\.pay$/.test(method)) {
      this.#open(fields);
      const { out_trade_no } = JSON.parse(fields["biz_content"] ?? "{}");
      return { status: 302, headers: { location: `/cashier/${out_trade_no}` } };
    }
    const number = /^(GET|POST) \/cashier\/(\w+)$/.exec(call);
    if (number?.[1] === "GET")
      return { status: 200, text: payPage("Alipay"), headers: { "content-type": "text/html" } };
    if (number) {
      await this.pay(number[2]!);
      return { status: 303, headers: { location: this.#trade(number[2]!).page["return_url"] ?? "/" } };
    }
    return this.#signedAnswer(method, this.#try(fields));
  }

  #signedAnswer(method: string, found: object): ServedAnswer {
    const content = JSON.stringify(found);
    const sign = createSign("RSA-SHA256").update(content).sign(this.#platform.privateKey, "base64");
    const name = `${method.replaceAll(".", "_")}_response`;
    return { status: 200, text: `{"${name}":${content},"sign":"${sign}"}` };
  }

  #try(fields: Fields): object {
    try {
      this.#assertSigned(fields);
      return { code: "10000", msg: "Success", ...this.#route(fields) };
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.answer;
      throw thrown;
    }
  }

  #assertSigned(fields: Fields): void {
    if (fields["app_id"] !== this.appId) throw new Refusal("40002", "isv.invalid-app-id", "无效的AppID参数");
    const isFresh = Math.abs(fromBeijing(fields["timestamp"] ?? "").getTime() - Date.now()) < 600_000;
    if (!isFresh) throw new Refusal("40002", "isv.invalid-timestamp", "非法的时间戳参数");
    const verifier = createVerify("RSA-SHA256").update(contentOf(fields, ["sign"]));
    if (
      fields["sign_type"] !== "RSA2" ||
      !verifier.verify(this.#app.publicKey, fields["sign"] ?? "", "base64")
    )
      throw new Refusal("40002", "isv.invalid-signature", "验签出错");
  }

  #open(fields: Fields): void {
    this.#assertSigned(fields);
    const { out_trade_no: number, total_amount, time_expire } = JSON.parse(fields["biz_content"] ?? "{}");
    if (fromBeijing(time_expire).getTime() < Date.now()) throw business("TRADE_HAS_CLOSE", "交易已经关闭");
    const amountMinor = fromDecimal(total_amount, "CNY");
    const known = this.#trades.get(number);
    if (known && known.amountMinor !== amountMinor) throw business("CONTEXT_INCONSISTENT", "交易信息被篡改");
    this.pages.set(number, fields);
    if (known) return;
    const begun = { status: "WAIT_BUYER_PAY", paidAt: null, refunds: new Map<string, number>() } as const;
    this.#trades.set(number, { ...begun, number, tradeNo: this.nextId("2026"), amountMinor, page: fields });
  }

  #route({ method, biz_content = "{}" }: Fields): object {
    const asked = JSON.parse(biz_content) as Fields;
    const trade = this.#trade(asked["out_trade_no"] ?? "");
    switch (method) {
      case "alipay.trade.query":
        return this.#present(trade);
      case "alipay.trade.close":
        if (trade.status !== "WAIT_BUYER_PAY") throw business("TRADE_STATUS_ERROR", "交易状态不合法");
        trade.status = "TRADE_CLOSED";
        return { out_trade_no: trade.number, trade_no: trade.tradeNo };
      case "alipay.trade.refund":
        return this.#refund(trade, asked);
      case "alipay.trade.fastpay.refund.query":
        return this.#presentRefund(trade, asked["out_request_no"] ?? "");
      default:
        throw new Refusal("40002", "isv.invalid-method", "不存在的方法名");
    }
  }

  #trade(number: string): Trade {
    const trade = this.#trades.get(number);
    if (!trade) throw business("TRADE_NOT_EXIST", "交易不存在");
    return trade;
  }

  #present({ number, tradeNo, status, amountMinor, paidAt }: Trade): object {
    return {
      out_trade_no: number,
      trade_no: tradeNo,
      trade_status: status,
      total_amount: toDecimal(amountMinor, "CNY"),
      ...(paidAt && { send_pay_date: toBeijing(paidAt) }),
    };
  }

  #refund(trade: Trade, { out_request_no = "", refund_amount = "" }: Fields): object {
    if (trade.paidAt === null) throw business("TRADE_STATUS_ERROR", "交易状态不合法");
    const known = trade.refunds.get(out_request_no);
    const amountMinor = fromDecimal(refund_amount, "CNY");
    if (known !== undefined && known !== amountMinor)
      throw business("REASON_TRADE_REFUND_FEE_ERR", "退款金额不一致");
    if (known === undefined && refundedOf(trade) + amountMinor > trade.amountMinor)
      throw business("REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限");
    trade.refunds.set(out_request_no, amountMinor);
    if (refundedOf(trade) === trade.amountMinor) trade.status = "TRADE_CLOSED";
    if (known === undefined) void this.#notify(trade, { out_biz_no: out_request_no });
    return {
      out_trade_no: trade.number,
      trade_no: trade.tradeNo,
      fund_change: known === undefined ? "Y" : "N",
      refund_fee: toDecimal(refundedOf(trade), "CNY"),
    };
  }

  #presentRefund({ number, tradeNo, refunds }: Trade, request: string): object {
    const refunded = refunds.get(request);
    if (refunded === undefined) return {};
    return {
      out_trade_no: number,
      trade_no: tradeNo,
      out_request_no: request,
      refund_amount: toDecimal(refunded, "CNY"),
      refund_status: "REFUND_SUCCESS",
    };
  }
}

const refundedOf = ({ refunds }: Trade): number =>
  [...refunds.values()].reduce((sum, amount) => sum + amount, 0);
