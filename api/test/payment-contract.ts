import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "../src/platform/ids.ts";
import {
  type CheckoutCommand,
  EventRefused,
  GatewayError,
  type GatewayFact,
  type InboundRequest,
  type PaymentGateway,
  type PaymentReference,
} from "../src/platform/providers/payments/port.ts";

/** A gateway on the test bench: with a payer, a bank and an ear for its events. */
export interface Bench {
  readonly gateway: PaymentGateway;
  readonly notifyUrl: string;
  /** Some it takes, with different numbers of digits. */
  readonly currencies: readonly string[];
  /** A payer opens the checkout, where the gateway hears of it only then. */
  readonly visit?: (url: string) => void;
  /** How refunds are told of: each by itself, or all of them by their total. */
  readonly refundsTold: "each" | "total";
  /** What this gateway never says: that an attempt was declined, or that a bank sent a refund back. */
  readonly silentAbout: readonly ("declined" | "failed refunds")[];
  /** A payer pays on the hosted page. */
  readonly pay: (
    checkoutId: string,
    card: "paid" | "declined" | "confirmation" | "refund_fails",
  ) => Promise<void>;
  /** What the gateway has sent so far. */
  readonly events: () => readonly InboundRequest[];
  /** A body signed by this gateway for this merchant. */
  readonly signed: (body: string, at: Date) => InboundRequest;
  /** The same without its signature. */
  readonly unsigned: (signed: InboundRequest) => InboundRequest;
  /** A body signed for somebody else. */
  readonly foreign: (body: string, at: Date) => InboundRequest;
  /** An event about nothing. */
  readonly emptyEvent: string;
  readonly close: () => Promise<void>;
}

const patience = () => ({ signal: AbortSignal.timeout(10_000) });

/** What every payment gateway has to do, whoever is behind it. */
export function paymentContract(open: () => Promise<Bench>): void {
  let bench: Bench;
  before(async () => {
    bench = await open();
  });
  after(() => bench.close());

  const command = (changes: Partial<CheckoutCommand> = {}): CheckoutCommand => {
    const paymentId = newId(new Date());
    return {
      paymentId,
      key: paymentId,
      amountMinor: 4500,
      currency: bench.currencies[0] ?? "EUR",
      description: "60 minutes with 李 <b>Zoë</b>",
      returnUrl: "https://site.example/booking?tessera_return=abc",
      notifyUrl: bench.notifyUrl,
      locale: "en",
      device: "desktop",
      closesAt: new Date(Date.now() + 40 * 60_000).toISOString(),
      ...changes,
    };
  };
  const begin = async (changes: Partial<CheckoutCommand> = {}) => {
    const sent = command(changes);
    const { checkoutId, url } = await bench.gateway.createCheckout(sent, patience());
    const { paymentId } = sent;
    const payment: PaymentReference = { paymentId, checkoutId, gatewayPaymentId: null, refundIds: [] };
    bench.visit?.(url);
    return { sent, payment, url };
  };
  const paidWith = async (card: "paid" | "refund_fails", changes: Partial<CheckoutCommand> = {}) => {
    const { sent, payment } = await begin(changes);
    await bench.pay(payment.checkoutId, card);
    const fact = paymentFactIn(await bench.gateway.getPayment(payment, patience()));
    return { sent, payment: { ...payment, gatewayPaymentId: fact.gatewayPaymentId } };
  };
  const told = (accept: (fact: GatewayFact) => boolean) =>
    waitFor(async () => (await factsFrom(bench)).find(accept), "the event");

  test("a checkout has a page, and nothing is paid yet", async () => {
    const { payment, url } = await begin();
    assert.ok(URL.canParse(url));
    assert.equal(paymentFactIn(await bench.gateway.getPayment(payment, patience())).state, "open");
  });

  test("the same key is the same checkout, and never another one", async () => {
    const sent = command();
    const first = await bench.gateway.createCheckout(sent, patience());
    const again = await bench.gateway.createCheckout(sent, patience());
    assert.equal(again.checkoutId, first.checkoutId);
    if (bench.visit) {
      const other = await bench.gateway.createCheckout({ ...sent, amountMinor: 1 }, patience());
      bench.visit(first.url);
      bench.visit(again.url);
      assert.throws(() => bench.visit?.(other.url));
      return;
    }
    assert.equal(again.url, first.url);
    await assert.rejects(
      bench.gateway.createCheckout({ ...sent, amountMinor: 1 + sent.amountMinor }, patience()),
      isFinal,
    );
  });

  test("paid: the gateway says so when asked and by an event, to the last minor unit", async () => {
    for (const currency of bench.currencies) {
      const amountMinor = currency === "KWD" ? 12_340 : 1234;
      const { payment } = await paidWith("paid", { currency, amountMinor });
      const asked = paymentFactIn(await bench.gateway.getPayment(payment, patience()));
      const event = await told(
        (fact) => fact.about === "payment" && fact.paymentId === payment.paymentId && fact.state === "paid",
      );
      for (const fact of [asked, event]) {
        assert.equal(fact.about === "payment" && fact.state, "paid");
        assert.equal(fact.amountMinor, amountMinor);
        assert.equal(fact.currency, currency);
        assert.equal(fact.paymentId, payment.paymentId);
      }
      assert.notEqual(asked.gatewayPaymentId, null);
    }
  });

  test("a bank's confirmation in between", async () => {
    const { payment } = await begin();
    await bench.pay(payment.checkoutId, "confirmation");
    assert.equal(paymentFactIn(await bench.gateway.getPayment(payment, patience())).state, "paid");
  });

  test("declined: told as an attempt, and the payer may try again", async () => {
    const { payment } = await begin();
    await bench.pay(payment.checkoutId, "declined");
    if (!bench.silentAbout.includes("declined"))
      await told(
        (fact) =>
          fact.about === "payment" && fact.paymentId === payment.paymentId && fact.state === "declined",
      );
    await bench.pay(payment.checkoutId, "paid");
    assert.equal(paymentFactIn(await bench.gateway.getPayment(payment, patience())).state, "paid");
  });

  test("a closed checkout cannot be paid; closing a paid one changes nothing", async () => {
    const { payment } = await begin();
    assert.equal(paymentFactIn(await bench.gateway.expireCheckout(payment, patience())).state, "expired");
    assert.equal(paymentFactIn(await bench.gateway.expireCheckout(payment, patience())).state, "expired");
    await bench.pay(payment.checkoutId, "paid").catch(() => {});
    assert.equal(paymentFactIn(await bench.gateway.getPayment(payment, patience())).state, "expired");

    const paid = await paidWith("paid");
    assert.equal(paymentFactIn(await bench.gateway.expireCheckout(paid.payment, patience())).state, "paid");
  });

  test("a refund in two parts, each sent twice", async () => {
    const { sent, payment } = await paidWith("paid");
    const refundIds: string[] = [];
    let total = 0;
    for (const amountMinor of [1500, 3000]) {
      const refundId = newId(new Date());
      refundIds.push(refundId);
      total += amountMinor;
      const refund = { refundId, key: refundId, payment, amountMinor, currency: sent.currency };
      const first = await bench.gateway.refund(refund, patience());
      const again = await bench.gateway.refund(refund, patience());
      assert.equal(refundIn(first).gatewayRefundId, refundIn(again).gatewayRefundId);
      await told((fact) =>
        bench.refundsTold === "total"
          ? fact.about === "refundedTotal" && fact.amountMinor === total
          : fact.about === "refund" && fact.refundId === refundId && fact.state === "succeeded",
      );
    }
    const refunds = (await bench.gateway.getPayment({ ...payment, refundIds }, patience())).filter(
      ({ about }) => about === "refund",
    );
    assert.deepEqual(new Set(refunds.map(({ amountMinor }) => amountMinor)), new Set([1500, 3000]));
  });

  test("more than was paid is refused for good, and so is a refund of nothing", async () => {
    const { sent, payment } = await paidWith("paid");
    const refundId = newId(new Date());
    const refund = { refundId, key: refundId, payment, amountMinor: 4501, currency: sent.currency };
    await assert.rejects(bench.gateway.refund(refund, patience()), isFinal);
    const open = await begin();
    const early = newId(new Date());
    await assert.rejects(
      bench.gateway.refund({ ...refund, refundId: early, key: early, payment: open.payment }, patience()),
      isFinal,
    );
  });

  test("a refund the bank refuses: an event says so", async (context) => {
    if (bench.silentAbout.includes("failed refunds"))
      return context.skip("this gateway refuses at once or not at all");
    const { sent, payment } = await paidWith("refund_fails");
    const refundId = newId(new Date());
    await bench.gateway.refund(
      { refundId, key: refundId, payment, amountMinor: 100, currency: sent.currency },
      patience(),
    );
    await told((fact) => fact.about === "refund" && fact.refundId === refundId && fact.state === "failed");
  });

  test("an event's signature: other bytes, another merchant, no signature, too old, ahead of time", async () => {
    const now = new Date();
    const body = bench.emptyEvent;
    const read = (request: InboundRequest, at = now) => bench.gateway.verifyEvent(request, at);
    assert.equal(typeof (await read(bench.signed(body, now))).id, "string");
    const signed = bench.signed(body, now);
    const refused = (request: InboundRequest, at = now, what = "") =>
      assert.rejects(async () => read(request, at), EventRefused, what);
    await refused({ ...signed, body: Buffer.concat([signed.body, Buffer.from(" ")]) });
    await refused({ ...bench.unsigned(signed) });
    await refused(bench.foreign(body, now));
    await refused(bench.signed("not an event", now));
    for (const seconds of [299, -299]) await read(signed, new Date(now.getTime() + seconds * 1000));
    for (const seconds of [302, -302])
      await refused(signed, new Date(now.getTime() + seconds * 1000), `${seconds} s`);
  });

  test("a call that was given up does not go through", async () => {
    await assert.rejects(bench.gateway.createCheckout(command(), { signal: AbortSignal.abort() }));
  });
}

function paymentFactIn(facts: readonly GatewayFact[]): Extract<GatewayFact, { about: "payment" }> {
  const fact = facts.find(({ about }) => about === "payment");
  if (fact?.about !== "payment") throw new Error("The gateway said nothing of the payment.");
  return fact;
}

function refundIn(facts: readonly GatewayFact[]): Extract<GatewayFact, { about: "refund" }> {
  const fact = facts.find(({ about }) => about === "refund");
  if (fact?.about !== "refund") throw new Error("The gateway said nothing of the refund.");
  return fact;
}

async function factsFrom({ events, gateway }: Bench): Promise<GatewayFact[]> {
  const read = await Promise.all(events().map(async (request) => gateway.verifyEvent(request, new Date())));
  return read.flatMap(({ facts }) => facts);
}

const isFinal = (refusal: unknown): boolean => refusal instanceof GatewayError && refusal.isFinal;

async function waitFor<Found>(find: () => Promise<Found | undefined>, what: string): Promise<Found> {
  const deadline = performance.now() + 8000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
