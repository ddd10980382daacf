import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Stripe } from "stripe";
import { StripeAccount } from "./stripe-account.ts";
import { StripeConnect } from "./stripe-connect.ts";
import {
  chargeOf,
  checkedAmount,
  checkoutPage,
  type Dispute,
  type Fields,
  type Intent,
  invalid,
  listOf,
  metadataIn,
  outage,
  type Refund,
  Refusal,
  type Session,
} from "./stripe-objects.ts";

/** The parts of Stripe's HTTP interface that payments by redirect need, with its rules: keys, limits, refusals, signed events. */
export class StripeServer {
  readonly secretKey = "sk_test_local";
  readonly webhookSecret = "whsec_local";
  /** Where events go: set up in Stripe's dashboard, not by the checkout. */
  webhookUrl: string | null = null;
  /** The next answers are lost on their way: the work is done, nobody hears of it. */
  losesAnswers = 0;
  /** Status codes of the coming answers; the work is not done then. */
  plan: number[] = [];
  readonly account = new StripeAccount();
  readonly connect: StripeConnect;
  readonly sessions = new Map<string, Session>();
  readonly intents = new Map<string, Intent>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  readonly #answers = new Map<string, { hash: string; status: number; body: string }>();
  readonly #server: Server;
  readonly url: string;
  #count = 0;
  #failingRefunds = new Set<string>();

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.url = `http://127.0.0.1:${port}`;
    this.connect = new StripeConnect({
      url: this.url,
      newId: (prefix) => this.#id(prefix),
      send: (type, object) => this.#send(type, object),
    });
  }

  static async start(): Promise<StripeServer> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const stripe = new StripeServer(server, typeof address === "object" && address ? address.port : 0);
    server.on("request", (request, response) => void stripe.#serve(request, response));
    return stripe;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Keys are forgotten after a day. */
  forgetKeys(): void {
    this.#answers.clear();
  }

  /** What a payer does on the hosted page. */
  async pay(sessionId: string, card: "paid" | "declined" | "confirmation" | "refund_fails"): Promise<void> {
    const session = this.sessions.get(sessionId);
    if (session?.status !== "open") throw new Error("This page is closed.");
    const intent = this.#intentOf(session);
    if (card === "declined") {
      intent.status = "requires_payment_method";
      return this.#send("payment_intent.payment_failed", intent);
    }
    if (card === "refund_fails") this.#failingRefunds.add(intent.id);
    Object.assign(intent, { status: "succeeded", amount_received: intent.amount });
    Object.assign(session, { status: "complete", payment_status: "paid" });
    await this.#send("payment_intent.succeeded", intent);
    await this.#send("checkout.session.completed", session);
  }

  /** The payer's bank takes a payment back, or decides about it. */
  async dispute(intentId: string, status: Stripe.Dispute.Status): Promise<void> {
    const intent = this.intents.get(intentId);
    if (!intent) throw new Error("There is no such payment.");
    const id = `du_${intentId}`;
    const isNew = !this.disputes.has(id);
    const { amount, currency } = intent;
    const dispute: Dispute = { id, object: "dispute", amount, currency, status, payment_intent: intentId };
    this.disputes.set(id, dispute);
    await this.#send(isNew ? "charge.dispute.created" : "charge.dispute.closed", dispute);
  }

  /** An event's body, signed as Stripe signs. */
  signed(body: string, at: Date, secret = this.webhookSecret) {
    const timestamp = Math.floor(at.getTime() / 1000);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });
    return { headers: { "stripe-signature": signature }, body: Buffer.from(body) };
  }

  /** An event as Stripe writes it. */
  event(type: string, object: object): string {
    return JSON.stringify({
      id: this.#id("evt"),
      object: "event",
      type,
      livemode: false,
      created: 0,
      data: { object },
    });
  }

  async #send(type: string, object: object): Promise<void> {
    if (this.webhookUrl === null) return;
    const { headers, body } = this.signed(this.event(type, object), new Date());
    await fetch(this.webhookUrl, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks).toString();
    const page = /^\/c\/pay\/(\w+)$/.exec(request.url ?? "")?.[1];
    if (page !== undefined) return this.#showPage(page, new URLSearchParams(sent).get("card"), response);
    const planned = this.plan.shift();
    const { status, body } =
      planned === undefined ? await this.#answer(request, sent) : { status: planned, body: outage };
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      request.socket.destroy();
      return;
    }
    response
      .writeHead(status, { "content-type": "application/json", "request-id": this.#id("req") })
      .end(body);
  }

  /** The hosted page: a card that is chosen is charged, and the payer goes back to the site. */
  async #showPage(sessionId: string, card: string | null, response: ServerResponse): Promise<void> {
    if (card === null) return void response.setHeader("content-type", "text/html").end(checkoutPage);
    await this.pay(sessionId, card === "declined" ? card : "paid");
    response.writeHead(303, { location: this.#returnUrls.get(sessionId) ?? "/" }).end();
  }
  readonly #returnUrls = new Map<string, string>();

  async #answer(request: IncomingMessage, sent: string): Promise<{ status: number; body: string }> {
    const url = new URL(request.url ?? "", this.url);
    const key = request.headers["idempotency-key"];
    const hash = createHash("sha256").update(`${url.pathname} ${sent}`).digest("hex");
    const earlier = typeof key === "string" ? this.#answers.get(key) : undefined;
    try {
      if (request.headers.authorization !== `Bearer ${this.secretKey}`) {
        throw new Refusal(401, "invalid_request_error", { message: "Invalid API Key provided." });
      }
      if (earlier && earlier.hash !== hash) {
        throw new Refusal(400, "idempotency_error", {
          message: "Keys for idempotent requests can only be used with the same parameters.",
        });
      }
      if (earlier) return earlier;
      const fields = Object.fromEntries(new URLSearchParams(request.method === "GET" ? url.search : sent));
      const found = await this.#route(`${request.method} ${url.pathname}`, fields);
      const answer = { status: 200, body: JSON.stringify(found), hash };
      if (typeof key === "string" && request.method === "POST") this.#answers.set(key, answer);
      return answer;
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      return { status: thrown.status, body: JSON.stringify({ error: thrown.error }) };
    }
  }

  async #route(call: string, fields: Fields): Promise<object> {
    const own = this.account.answer(call, fields);
    if (own) return own;
    const ofPayees = await this.connect.answer(call, fields);
    if (ofPayees) return ofPayees;
    const session = /^(GET|POST) \/v1\/checkout\/sessions\/(\w+)(\/expire)?$/.exec(call);
    if (call === "POST /v1/checkout/sessions") return this.#createSession(fields);
    if (session?.[1] === "GET") return this.#present(this.#session(session[2]!), fields);
    if (session?.[3] === "/expire") return this.#expire(this.#session(session[2]!));
    if (call === "POST /v1/refunds") return this.#refund(fields);
    if (call === "GET /v1/refunds") return listOf([...this.refunds.values()], fields);
    if (call === "GET /v1/disputes") return listOf([...this.disputes.values()], fields);
    throw new Refusal(404, "invalid_request_error", { message: `Unrecognized request URL (${call}).` });
  }

  #createSession(fields: Fields): Session {
    const amount = checkedAmount(fields);
    const id = this.#id("cs_test");
    const session: Session = {
      id,
      object: "checkout.session",
      mode: "payment",
      url: `${this.url}/c/pay/${id}`,
      status: "open",
      payment_status: "unpaid",
      amount_total: amount,
      currency: fields["line_items[0][price_data][currency]"] ?? "",
      expires_at: Number(fields["expires_at"]),
      client_reference_id: fields["client_reference_id"] ?? null,
      livemode: false,
      metadata: metadataIn(fields, "metadata"),
      payment_intent: null,
    };
    this.sessions.set(id, session);
    this.#returnUrls.set(id, fields["success_url"] ?? "/");
    // Made when the payer comes to the page; its metadata are remembered until then.
    this.#intentMetadata.set(id, metadataIn(fields, "payment_intent_data[metadata]"));
    return session;
  }
  readonly #intentMetadata = new Map<string, Stripe.Metadata>();

  #intentOf(session: Session): Intent {
    const known = session.payment_intent === null ? undefined : this.intents.get(session.payment_intent);
    if (known) return known;
    const intent: Intent = {
      id: this.#id("pi"),
      object: "payment_intent",
      amount: session.amount_total ?? 0,
      amount_received: 0,
      currency: session.currency ?? "",
      status: "requires_payment_method",
      livemode: false,
      metadata: this.#intentMetadata.get(session.id) ?? {},
    };
    session.payment_intent = intent.id;
    this.intents.set(intent.id, intent);
    return intent;
  }

  #session(id: string): Session {
    const session = this.sessions.get(id);
    if (!session)
      throw new Refusal(404, "invalid_request_error", {
        code: "resource_missing",
        message: `No such checkout.session: '${id}'`,
      });
    return session;
  }

  #present(session: Session, fields: Fields): object {
    const expands = Object.values(fields).includes("payment_intent");
    return {
      ...session,
      payment_intent: expands
        ? (this.intents.get(session.payment_intent ?? "") ?? null)
        : session.payment_intent,
    };
  }

  async #expire(session: Session): Promise<Session> {
    if (session.status !== "open")
      throw invalid("", 'Only Checkout Sessions with a status in ["open"] can be expired.', "session");
    session.status = "expired";
    await this.#send("checkout.session.expired", session);
    return session;
  }

  async #refund(fields: Fields): Promise<Refund> {
    const intent = this.intents.get(fields["payment_intent"] ?? "");
    if (!intent) throw invalid("resource_missing", "No such payment_intent", "payment_intent");
    const amount = Number(fields["amount"]);
    const earlier = [...this.refunds.values()].filter(
      (refund) => refund.payment_intent === intent.id && refund.status !== "failed",
    );
    const left = intent.amount_received - earlier.reduce((sum, refund) => sum + refund.amount, 0);
    if (intent.status !== "succeeded")
      throw invalid(
        "charge_not_refundable",
        "This PaymentIntent does not have a successful charge to refund.",
        "payment_intent",
      );
    if (amount > left)
      throw invalid(
        "charge_already_refunded",
        `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
        "amount",
      );
    const fails = this.#failingRefunds.delete(intent.id);
    const refund: Refund = {
      id: this.#id("re"),
      object: "refund",
      amount,
      currency: intent.currency,
      status: "succeeded",
      metadata: metadataIn(fields, "metadata"),
      payment_intent: intent.id,
    };
    this.refunds.set(refund.id, refund);
    await this.#send("refund.created", { ...refund });
    await this.#send("charge.refunded", chargeOf(intent, intent.amount_received - left + amount));
    if (fails) {
      // Like Stripe's card for it: done at first, and sent back by the bank afterwards.
      refund.status = "failed";
      await this.#send("refund.failed", refund);
    }
    return { ...refund, status: "succeeded" };
  }

  #id = (prefix: string): string => `${prefix}_${String((this.#count += 1)).padStart(24, "0")}`;
}
