import { createSign, generateKeyPairSync } from "node:crypto";
import { crc32 } from "node:zlib";
import { fromDecimal, toDecimal } from "../src/platform/providers/payments/decimal.ts";
import {
  type AskedOrder,
  type Capture,
  type Order,
  presentCapture,
  presentOrder,
  presentRefund,
  type Refund,
  Refusal,
  unprocessable,
} from "./paypal-objects.ts";
import { selfSigned } from "./certificate.ts";
import { payPage, type Paying, PaymentServer, type SentEvent } from "./payment-server.ts";
import { type ServedAnswer, type ServedCall } from "./vendor-server.ts";

const keysOf = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** PayPal's orders, captures and refunds with their request ids, and events signed by certificate. */
export class PayPalServer extends PaymentServer {
  readonly clientId = "AeA1QIZXiflr1_-r0U2UbWTziOWX1GRQer5jkUq4ZfWT5qwb6qQRPq7jDtv57TL4";
  readonly clientSecret = "EJ9QvEkQvGkvSDL1C0Qz0gJ0Z1";
  readonly webhookId = "WH-1JE4802867871463F-0EM30281";
  /** Where events go, as set up in PayPal's dashboard. */
  webhookUrl: string | null = null;
  readonly #signer = keysOf();
  readonly #foreign = keysOf();
  readonly #certificate = selfSigned(this.#signer);
  readonly #orders = new Map<string, Order>();
  readonly #answers = new Map<string, object>();
  readonly #declined = new Set<string>();
  /** Refunds of these orders come back: the payer's bank does not take them. */
  readonly failing = new Set<string>();

  /** The payer approves on PayPal's page. */
  async pay(orderId: string, { amountMinor, isLate = false }: Paying = {}): Promise<void> {
    const order = this.#order(orderId);
    order.toCapture = amountMinor ?? order.amountMinor;
    // The capture was begun in time, and the bank took until now.
    if (isLate) return this.#capture(order);
    if (order.status !== "PAYER_ACTION_REQUIRED") throw new Error("This page is closed.");
    if (order.customId.includes(" ")) throw new Error("Nobody captures this any more.");
    order.status = "APPROVED";
    await this.#tellOf("CHECKOUT.ORDER.APPROVED", presentOrder(this.url, order));
  }

  /** The payer's bank declines. */
  async decline(orderId: string): Promise<void> {
    const order = this.#order(orderId);
    const capture: Capture = { id: this.nextId("CAP"), amountMinor: order.amountMinor, status: "DECLINED" };
    order.captures.push(capture);
    await this.#tellOf("PAYMENT.CAPTURE.DECLINED", presentCapture(order, capture));
  }

  async refundOutside(orderId: string, amountMinor: number): Promise<void> {
    const order = this.#order(orderId);
    if (order.status === "APPROVED") await this.#capture(order);
    const refund: Refund = { id: this.nextId("REF"), amountMinor, customId: undefined, status: "COMPLETED" };
    await this.#addRefund(order, refund);
  }

  /** The payer complains, or PayPal has decided about it. */
  async dispute(
    orderId: string,
    outcome: "open" | "RESOLVED_BUYER_FAVOUR" | "RESOLVED_SELLER_FAVOUR",
  ): Promise<void> {
    const { captures, currency } = this.#order(orderId);
    const isOpen = outcome === "open";
    const taken = captures.find(({ status }) => status !== "DECLINED");
    await this.#tellOf(isOpen ? "CUSTOMER.DISPUTE.CREATED" : "CUSTOMER.DISPUTE.RESOLVED", {
      dispute_id: `PP-D-${orderId}`,
      status: isOpen ? "OPEN" : "RESOLVED",
      dispute_amount: { currency_code: currency, value: toDecimal(taken?.amountMinor ?? 0, currency) },
      disputed_transactions: [{ seller_transaction_id: taken?.id }],
      ...(!isOpen && { dispute_outcome: { outcome_code: outcome } }),
    });
  }

  /** An event as PayPal writes it. */
  event(type: string, resource: object): string {
    const id = this.nextId("WH-EVENT-");
    return JSON.stringify({
      id,
      event_version: "1.0",
      create_time: new Date().toISOString(),
      event_type: type,
      resource,
    });
  }

  /** A body signed for a moment, with a key that is not PayPal's for somebody else. */
  signed(
    body: string,
    {
      at = new Date(),
      by = "paypal",
      webhookId = this.webhookId,
    }: { at?: Date; by?: "paypal" | "somebody"; webhookId?: string } = {},
  ): SentEvent {
    const bytes = Buffer.from(body);
    const id = this.nextId("transmission");
    const time = at.toISOString().replace(/\.\d+Z$/, "Z");
    const { privateKey } = by === "paypal" ? this.#signer : this.#foreign;
    const sign = createSign("RSA-SHA256").update(`${id}|${time}|${webhookId}|${crc32(bytes)}`);
    return {
      headers: {
        "content-type": "application/json",
        "paypal-transmission-id": id,
        "paypal-transmission-time": time,
        "paypal-transmission-sig": sign.sign(privateKey, "base64"),
        "paypal-cert-url": `${this.url}/v1/notifications/certs/CERT-360caa42-fca2a594-1d93a270`,
        "paypal-auth-algo": "SHA256withRSA",
      },
      body: bytes,
    };
  }

  #tellOf(type: string, resource: object): Promise<void> {
    return this.tell(this.webhookUrl, this.signed(this.event(type, resource)));
  }

  protected async answer({ call, body, authorization, whole }: ServedCall): Promise<ServedAnswer> {
    if (call.startsWith("GET /v1/notifications/certs/"))
      return { status: 200, text: this.#certificate, headers: { "content-type": "text/plain" } };
    const page = /^(GET|POST) \/checkoutnow\/(\w+)$/.exec(call);
    if (page?.[1] === "GET")
      return { status: 200, text: payPage("PayPal"), headers: { "content-type": "text/html" } };
    if (page) {
      await this.pay(page[2]!);
      return { status: 303, headers: { location: this.#order(page[2]!).returnUrl } };
    }
    try {
      if (call === "POST /v1/oauth2/token") return { status: 200, body: this.#token(authorization) };
      if (authorization !== "Bearer token-1")
        throw new Refusal(401, "AUTHENTICATION_FAILURE", "Authentication failed due to invalid credentials.");
      const key = whole.request.headers["paypal-request-id"];
      const earlier = typeof key === "string" ? this.#answers.get(`${call} ${key}`) : undefined;
      const found = earlier ?? (await this.#route(call, body));
      if (typeof key === "string" && found) this.#answers.set(`${call} ${key}`, found);
      return found === null ? { status: 204 } : { status: call.startsWith("POST") ? 201 : 200, body: found };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const { status, issue: name, message } = thrown;
      const issue = status === 422 ? { name: "UNPROCESSABLE_ENTITY", details: [{ issue: name }] } : { name };
      return { status, body: { ...issue, message, debug_id: "90957fca61718" } };
    }
  }

  #token(authorization: string): object {
    const wanted = `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString("base64")}`;
    if (authorization !== wanted) throw new Refusal(401, "invalid_client", "Client Authentication failed");
    return { access_token: "token-1", token_type: "Bearer", expires_in: 32_400 };
  }

  async #route(call: string, body: unknown): Promise<object | null> {
    if (call === "POST /v2/checkout/orders") return this.#create(body as AskedOrder);
    if (call === "GET /v1/notifications/webhooks")
      return { webhooks: this.webhookUrl === null ? [] : [{ id: this.webhookId, url: this.webhookUrl }] };
    const refund = /^POST \/v2\/payments\/captures\/(\w+)\/refund$/.exec(call)?.[1];
    if (refund) return this.#refund(refund, body as { custom_id?: string; amount: { value: string } });
    const [, method, id, capture] =
      /^(GET|POST|PATCH) \/v2\/checkout\/orders\/(\w+)(\/capture)?$/.exec(call) ?? [];
    if (!id) throw new Refusal(404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.");
    const order = this.#order(id);
    if (capture) return this.#captureAsked(order);
    if (method !== "PATCH") return presentOrder(this.url, order);
    const [patch] = body as readonly { op: string; path: string; value: string }[];
    if (order.status === "COMPLETED") throw unprocessable("ORDER_ALREADY_COMPLETED");
    if (patch?.op !== "replace" || patch.path !== "/purchase_units/@reference_id=='default'/custom_id")
      throw unprocessable("INVALID_PATCH_OPERATION");
    order.customId = patch.value;
    return null;
  }

  #create({ purchase_units: [unit] = [], payment_source: source }: AskedOrder): object {
    if (!unit?.amount) throw new Refusal(400, "INVALID_REQUEST", "Request is not well-formed.");
    const { currency_code: currency, value } = unit.amount;
    const amountMinor = fromDecimal(value, currency);
    const id = this.nextId("ORDER");
    const returnUrl = source?.paypal?.experience_context?.return_url ?? "/";
    const order: Order = {
      id,
      amountMinor,
      currency,
      returnUrl,
      customId: unit.custom_id ?? "",
      status: "PAYER_ACTION_REQUIRED",
      toCapture: amountMinor,
      captures: [],
      refunds: [],
    };
    this.#orders.set(id, order);
    return presentOrder(this.url, order);
  }

  #order(id: string): Order {
    const order = this.#orders.get(id);
    if (!order) throw new Refusal(404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.");
    return order;
  }

  async #captureAsked(order: Order): Promise<object> {
    if (order.status === "COMPLETED") throw unprocessable("ORDER_ALREADY_CAPTURED");
    if (order.status !== "APPROVED") throw unprocessable("ORDER_NOT_APPROVED");
    if (this.#declined.delete(order.id)) throw unprocessable("INSTRUMENT_DECLINED");
    await this.#capture(order);
    return presentOrder(this.url, order);
  }

  /** The next capture of an order is refused by the payer's bank. */
  refuseCapture(orderId: string): void {
    this.#declined.add(orderId);
  }

  async #capture(order: Order): Promise<void> {
    const capture: Capture = { id: this.nextId("CAP"), amountMinor: order.toCapture, status: "COMPLETED" };
    order.captures.push(capture);
    order.status = "COMPLETED";
    await this.#tellOf("PAYMENT.CAPTURE.COMPLETED", presentCapture(order, capture));
  }

  async #refund(
    captureId: string,
    { custom_id, amount }: { custom_id?: string; amount: { value: string } },
  ): Promise<object> {
    const order = [...this.#orders.values()].find(({ captures }) =>
      captures.some(({ id }) => id === captureId),
    );
    if (!order) throw new Refusal(404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.");
    const amountMinor = fromDecimal(amount.value, order.currency);
    const taken = order.captures.find(({ id }) => id === captureId)!.amountMinor;
    const sent = order.refunds.reduce(
      (sum, { status, amountMinor: each }) => (status === "FAILED" ? sum : sum + each),
      0,
    );
    if (sent + amountMinor > taken) throw unprocessable("REFUND_AMOUNT_EXCEEDED");
    const fails = this.failing.delete(order.id);
    const refund: Refund = {
      id: this.nextId("REF"),
      amountMinor,
      customId: custom_id,
      status: fails ? "PENDING" : "COMPLETED",
    };
    await this.#addRefund(order, refund);
    const answered = presentRefund(this.url, order, refund);
    if (fails) {
      refund.status = "FAILED";
      void this.#tellOf("PAYMENT.REFUND.FAILED", presentRefund(this.url, order, refund));
    }
    return answered;
  }

  async #addRefund(order: Order, refund: Refund): Promise<void> {
    order.refunds.push(refund);
    const taken = order.captures.find(({ status }) => status !== "DECLINED")!;
    const sent = order.refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    taken.status = sent >= taken.amountMinor ? "REFUNDED" : "PARTIALLY_REFUNDED";
    const type = refund.status === "PENDING" ? "PAYMENT.REFUND.PENDING" : "PAYMENT.CAPTURE.REFUNDED";
    await this.#tellOf(type, presentRefund(this.url, order, refund));
  }
}
