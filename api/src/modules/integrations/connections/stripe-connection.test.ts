import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { StripeServer } from "../../../../test/stripe-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { type OrderAnswer, OrderDesk } from "../../orders/testing.ts";

interface ConnectionAnswer {
  readonly id: string;
  readonly state: string;
  readonly account: string | null;
  readonly hookUrl: string;
  readonly test: { readonly code: string; readonly sentence: string; readonly detail: string } | null;
}

let house: TestHouse;
let server: StripeServer;
let desk: OrderDesk;
let connection: ConnectionAnswer;

before(async () => {
  server = await StripeServer.start();
  house = await TestHouse.open({ variables: { STRIPE_URL: server.url } });
  desk = await OrderDesk.open(house);
  connection = await connect(desk);
});
after(async () => {
  await house.close();
  await server.stop();
  assert.deepEqual(house.bugs, []);
});

const call = <Result = ConnectionAnswer>(at: OrderDesk, name: string, input: object) =>
  house.ok<Result>(`integrations.${name}`, input, { headers: at.office });

/** Connects a sandbox to Stripe as its team does: enter, set the endpoint up at Stripe, test. */
async function connect(at: OrderDesk): Promise<ConnectionAnswer> {
  const { secretKey, webhookSecret } = server;
  const added = await call(at, "createConnection", { vendor: "stripe", secretKey, webhookSecret });
  server.webhookUrl = added.hookUrl;
  server.account.endpoints.push(added.hookUrl);
  return call(at, "testConnection", { id: added.id });
}

const sessionOf = (url: string): string => url.split("/").at(-1)!;

const paymentOf = async (order: OrderAnswer) => {
  const { items } = await house.ok<{
    items: { id: string; status: string; gateway: string; refundedMinor: number }[];
  }>("money.listPayments", { orderId: order.id }, { headers: desk.office });
  return items[0]!;
};

const deliver = async (body: string, signature: Record<string, string>) =>
  (
    await house.request(connection.hookUrl, {
      method: "POST",
      body,
      headers: { ...signature, "content-type": "application/json" },
    })
  ).status;

test("from entering the key to a booking that is paid on Stripe's page", async () => {
  assert.equal(connection.state, "active");
  assert.equal(connection.account, "acct_local");
  assert.equal(connection.test?.sentence, "Stripe accepts these credentials.");
  const order = await desk.place();
  const url = await desk.enter(order);
  assert.ok(url.startsWith(`${server.url}/c/pay/cs_test_`), url);
  const back = await desk.choose(url, "paid");
  assert.match(back ?? "", /^http:\/\/localhost:4321\/booking\?tessera_return=/);
  await desk.becomes(order, "confirmed");
  assert.equal((await desk.purse(order)).escrow, 4501);
  assert.equal((await paymentOf(order)).gateway, "stripe");
  assert.match((await desk.mail(desk.client, "Confirmed: First talk")).text, /Where: http\S+\/meet\//);
});

test("400 another signature and an old one; the same event twice is one payment", async () => {
  const order = await desk.place(await desk.slot(4));
  const session = server.sessions.get(sessionOf(await desk.enter(order)))!;
  const paid = { ...session, payment_intent: "pi_twice", status: "complete", payment_status: "paid" };
  const body = server.event("checkout.session.completed", paid);
  assert.equal(await deliver(body, server.signed(body, wallClock(), "whsec_wrong").headers), 400);
  const old = new Date(wallClock().getTime() - 301_000);
  assert.equal(await deliver(body, server.signed(body, old).headers), 400);
  assert.equal((await desk.look(order)).state, "awaiting_payment");
  const { headers } = server.signed(body, wallClock());
  assert.deepEqual(await Promise.all([deliver(body, headers), deliver(body, headers)]), [200, 200]);
  await desk.becomes(order, "confirmed");
  assert.equal((await desk.purse(order)).escrow, 4501);
});

test("a lower amount than asked for confirms nothing and becomes a task", async () => {
  const order = await desk.place(await desk.slot(5));
  const session = server.sessions.get(sessionOf(await desk.enter(order)))!;
  const low = {
    ...session,
    payment_intent: "pi_low",
    status: "complete",
    payment_status: "paid",
    amount_total: 4500,
  };
  const body = server.event("checkout.session.completed", low);
  assert.equal(await deliver(body, server.signed(body, wallClock()).headers), 200);
  const payment = await paymentOf(order);
  assert.equal(payment.status, "flagged");
  assert.notEqual((await desk.look(order)).state, "confirmed");
  assert.ok((await desk.tasks(payment.id)).length > 0);
});

test("two failures of Stripe and a success: one checkout, paid once", async () => {
  const order = await desk.place(await desk.slot(6));
  const before = server.sessions.size;
  server.plan = [500, 500];
  await desk.pay(order);
  assert.equal(server.sessions.size - before, 1);
  assert.deepEqual(server.plan, []);
  await desk.becomes(order, "confirmed");
});

test("another site's connection serves nobody else", async () => {
  const other = await OrderDesk.open(house);
  const order = await other.place();
  assert.ok((await other.enter(order)).startsWith(house.house.url), "its own test gateway answers");
  const headers = other.office;
  for (const name of ["testConnection", "updateConnection", "deleteConnection"]) {
    const input = { id: connection.id };
    assert.equal(await house.refused(`integrations.${name}`, input, { headers }), "404 request.not_found");
  }
  const { items } = await call<{ items: [] }>(other, "listConnections", {});
  assert.deepEqual(items, []);
});

test("credentials of another Stripe account are told apart, and one key replaced by another of the same goes on", async () => {
  server.account.id = "acct_other";
  const other = await call(desk, "testConnection", { id: connection.id });
  assert.equal(other.test?.code, "other_account");
  assert.equal(other.account, "acct_local");
  server.account.id = "acct_local";
  await call(desk, "updateConnection", { id: connection.id, webhookSecret: server.webhookSecret });
  assert.equal((await call(desk, "testConnection", { id: connection.id })).test?.code, "works");
});

test("after disconnecting, new payments go elsewhere; the refund and late events of an earlier one go through", async () => {
  const order = await desk.place(await desk.slot(7));
  const late = await desk.place(await desk.slot(8));
  await desk.pay(order);
  await desk.becomes(order, "confirmed");
  const lateSession = sessionOf(await desk.enter(late));
  const ended = await call<{ state: string }>(desk, "deleteConnection", { id: connection.id });
  assert.equal(ended.state, "disconnected");
  const next = await desk.place(await desk.slot(9));
  assert.ok((await desk.enter(next)).startsWith(house.house.url));
  const { id } = await paymentOf(order);
  const refunds = server.refunds.size;
  const headers = { ...desk.office, "Idempotency-Key": newId(wallClock()) };
  await house.ok("money.refundPayment", { id, amountMinor: 500 }, { headers });
  await house.until("the refund", async () => (await paymentOf(order)).refundedMinor === 500);
  assert.equal(server.refunds.size - refunds, 1);
  await server.pay(lateSession, "paid");
  await desk.becomes(late, "confirmed");
  const refusal = { id: connection.id };
  assert.equal(
    await house.refused("integrations.testConnection", refusal, { headers: desk.office }),
    "409 integrations.disconnected",
  );
});
