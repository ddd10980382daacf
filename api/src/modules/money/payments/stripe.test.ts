import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPayCounter, type PayCounter, workOff } from "../../../../test/pay-counter.ts";
import { StripeServer } from "../../../../test/stripe-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { connectionToken } from "../../../platform/providers/payments/for-tenant.ts";
import { type GatewayError } from "../../../platform/providers/payments/port.ts";
import { StripeGateway } from "../../../platform/providers/payments/stripe.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { checkLedger } from "../check-ledger.ts";
import { clearing } from "../ledger/account.ts";
import { balanceOf } from "../ledger/balance.ts";
import { Payment } from "../models/payment.ts";
import { refundPayment } from "../refund-payment.ts";
import { type MoneyHouse, openMoneyHouse } from "../testing.ts";

let house: MoneyHouse;
let counter: PayCounter;
let server: StripeServer;
const connectionId = newId(wallClock());

before(async () => {
  house = await openMoneyHouse();
  server = await StripeServer.start();
  const gateway = new StripeGateway({
    secretKey: server.secretKey,
    webhookSecrets: [server.webhookSecret],
    apiBase: server.url,
  });
  const connected = { connectionId, gateway };
  const connections = {
    list: async () => [connected],
    find: async (_scope: object, name: string, id: string) =>
      name === "stripe" && id === connectionId ? connected : null,
  };
  counter = await openPayCounter(house, { connections });
  server.webhookUrl = `${counter.url}/api/v1/hooks/stripe/${connectionToken(house.tenant.id, connectionId)}`;
});
after(async () => {
  await counter.close();
  await server.stop();
  await house.close();
});

const read = (id: string) =>
  house.inspect(
    async (scope) => (await scope.read<Payment>`select * from ${Payment} p where id = ${id}`)[0]!,
  );
const told = async (paymentId: string) =>
  (await workOff(house)).filter(({ fact }) => fact["paymentId"] === paymentId).map(({ name }) => name);
const deliver = async (body: string, at = wallClock()) => {
  const { headers } = server.signed(body, at);
  const response = await counter.post(server.webhookUrl ?? "", body, headers);
  return response.status;
};

test("pay by redirect: the checkout's and the money's events are one payment", async () => {
  const { paymentId, url } = await counter.checkOut();
  assert.match(url, /\/c\/pay\/cs_test_/);
  const { checkoutId, gateway } = await read(paymentId);
  assert.equal(gateway, "stripe");
  await server.pay(checkoutId ?? "", "paid");
  const payment = await read(paymentId);
  assert.equal(payment.status, "succeeded");
  assert.ok(server.intents.has(payment.gatewayPaymentId ?? ""));
  assert.deepEqual(await told(paymentId), ["payment.succeeded"]);
});

test("a refund of a part, a refund at Stripe's dashboard, and a dispute", async () => {
  const { paymentId } = await counter.checkOut();
  const { checkoutId } = await read(paymentId);
  await server.pay(checkoutId ?? "", "paid");
  await house.transact((scope) => refundPayment.run(scope, { id: paymentId, amountMinor: 1500 }));
  await workOff(house);
  assert.equal((await read(paymentId)).status, "partially_refunded");
  const intent = (await read(paymentId)).gatewayPaymentId ?? "";
  const outside = {
    id: "re_outside",
    object: "refund",
    amount: 500,
    currency: "eur",
    status: "succeeded",
    metadata: {},
    payment_intent: intent,
  };
  assert.equal(await deliver(server.event("refund.created", outside)), 200);
  assert.equal((await read(paymentId)).refundedMinor, 2000);
  await server.dispute(intent, "needs_response");
  assert.equal((await read(paymentId)).status, "disputed");
  await server.dispute(intent, "won");
  assert.equal((await read(paymentId)).status, "partially_refunded");
  const books = await house.inspect((scope) => checkLedger.run(scope, {}));
  assert.equal(books.isSound, true);
});

test("an inquiry takes no money and is no dispute", async () => {
  const { paymentId } = await counter.checkOut();
  await server.pay((await read(paymentId)).checkoutId ?? "", "paid");
  await server.dispute((await read(paymentId)).gatewayPaymentId ?? "", "warning_needs_response");
  assert.equal((await read(paymentId)).status, "succeeded");
});

test("each event by itself: completed, succeeded, failed, refunded", async () => {
  const begin = async () => {
    const { paymentId } = await counter.checkOut();
    const { checkoutId } = await read(paymentId);
    const metadata = { paymentId };
    const amounts = { amount: 5000, amount_received: 5000, currency: "eur", metadata };
    const intent = { id: `pi_${paymentId}`, object: "payment_intent", ...amounts };
    const session = { ...server.sessions.get(checkoutId ?? ""), payment_intent: intent.id };
    return { paymentId, intent, session };
  };
  const first = await begin();
  await deliver(
    server.event("checkout.session.completed", {
      ...first.session,
      status: "complete",
      payment_status: "paid",
    }),
  );
  assert.equal((await read(first.paymentId)).status, "succeeded");
  const second = await begin();
  await deliver(server.event("payment_intent.payment_failed", { ...second.intent, amount_received: 0 }));
  assert.equal((await read(second.paymentId)).status, "failed");
  await deliver(server.event("payment_intent.succeeded", second.intent));
  assert.equal((await read(second.paymentId)).status, "succeeded");
  const charge = {
    id: "ch_1",
    object: "charge",
    amount_refunded: 5000,
    currency: "eur",
    metadata: {},
    payment_intent: second.intent.id,
  };
  await deliver(server.event("charge.refunded", charge));
  assert.equal((await read(second.paymentId)).status, "refunded");
  const third = await begin();
  await deliver(
    server.event("checkout.session.completed", {
      ...third.session,
      status: "complete",
      payment_status: "unpaid",
    }),
  );
  assert.equal((await read(third.paymentId)).status, "pending");
  await deliver(server.event("checkout.session.expired", { ...third.session, status: "expired" }));
  assert.equal((await read(third.paymentId)).status, "expired");
});

test("a lower amount than asked for is not confirmed", async () => {
  const { paymentId } = await counter.checkOut();
  const before = await house.inspect((scope) => balanceOf(scope, clearing("stripe"), "EUR"));
  const intent = {
    id: "pi_low",
    object: "payment_intent",
    amount: 5000,
    amount_received: 4999,
    currency: "eur",
    metadata: { paymentId },
  };
  await deliver(server.event("payment_intent.succeeded", intent));
  assert.equal((await read(paymentId)).status, "flagged");
  const after = await house.inspect((scope) => balanceOf(scope, clearing("stripe"), "EUR"));
  assert.equal(after.available - before.available, 4999);
});

test("400 old, future, foreign and live events; 200 events of things that are not ours", async () => {
  const { paymentId } = await counter.checkOut();
  const intent = {
    id: "pi_x",
    object: "payment_intent",
    amount_received: 5000,
    currency: "eur",
    metadata: { paymentId },
  };
  const body = server.event("payment_intent.succeeded", intent);
  for (const offset of [-301_000, 301_000, 10 * 86_400_000]) {
    assert.equal(await deliver(body, new Date(wallClock().getTime() + offset)), 400, String(offset));
  }
  assert.equal(await deliver(body.replace('"livemode":false', '"livemode":true')), 400);
  assert.equal(await deliver(server.event("invoice.paid", { id: "in_1", object: "invoice" })), 200);
  const foreign = { ...intent, id: "pi_y", metadata: { paymentId: "not ours" } };
  assert.equal(await deliver(server.event("payment_intent.succeeded", foreign)), 200);
  assert.equal((await read(paymentId)).status, "pending");
});

test("answers lost on their way: one checkout, one refund", async () => {
  const before = server.sessions.size;
  server.losesAnswers = 1;
  const { paymentId } = await counter.checkOut();
  assert.equal(server.sessions.size - before, 1);
  await server.pay((await read(paymentId)).checkoutId ?? "", "paid");
  const refunds = server.refunds.size;
  await house.transact((scope) => refundPayment.run(scope, { id: paymentId, amountMinor: 100 }));
  server.losesAnswers = 1;
  await workOff(house);
  assert.equal(server.refunds.size - refunds, 1);
  assert.equal((await read(paymentId)).status, "partially_refunded");
});

test("a wrong key is no final refusal: it is mended, and the call repeated", async () => {
  const gateway = new StripeGateway({ secretKey: "sk_test_wrong", webhookSecrets: [], apiBase: server.url });
  const payment = { paymentId: "", checkoutId: "cs_1", gatewayPaymentId: null, refundIds: [] };
  await assert.rejects(
    gateway.getPayment(payment, { signal: AbortSignal.timeout(5000) }),
    (refusal: GatewayError) => !refusal.isFinal,
  );
});

test("the page closes no sooner than Stripe allows", async () => {
  const now = wallClock();
  const { expiresAt } = await counter.checkOut({ minutes: 5 }, { now });
  assert.ok(expiresAt >= plus(now, minutes(30)));
  assert.equal(new StripeGateway({ secretKey: "sk_live_x", webhookSecrets: [] }).capabilities.isLive, true);
});
