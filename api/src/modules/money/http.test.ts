import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import request from "supertest";
import { openPayCounter, type OpenPayment, type PayCounter, workOff } from "../../../test/pay-counter.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { connectionToken } from "../../platform/providers/payments/for-tenant.ts";
import { signatureHeader, signEvent } from "../../platform/providers/payments/test-gateway/signature.ts";
import { Payment } from "./models/payment.ts";
import { type MoneyHouse, openMoneyHouse } from "./testing.ts";

let house: MoneyHouse;
let counter: PayCounter;

before(async () => {
  house = await openMoneyHouse();
  counter = await openPayCounter(house);
});
after(async () => {
  await counter.close();
  await house.close();
});

const paidEvent = ({ paymentId }: OpenPayment, id = newId(wallClock()), amountMinor = 5000) =>
  JSON.stringify({
    id,
    type: "payment.paid",
    facts: [
      {
        about: "payment",
        paymentId,
        checkoutId: null,
        gatewayPaymentId: `ch_${paymentId}`,
        state: "paid",
        amountMinor,
        currency: "EUR",
      },
    ],
  });
const hook = (gateway = "test", connection = connectionToken(house.tenant.id, house.tenant.id)) =>
  request(counter.url).post(`/api/v1/hooks/${gateway}/${connection}`).set("content-type", "application/json");
const signedAt = (body: string, offset = 0, merchant = house.tenant.id) =>
  signEvent(merchant, body, new Date(wallClock().getTime() + offset));
const statusOf = (paymentId: string) =>
  house.inspect(async (scope) => {
    const [payment] = await scope.read<Payment>`select status from ${Payment} p where id = ${paymentId}`;
    return payment!.status;
  });

test("200 a signed event; the same again has no second effect", async () => {
  const payment = await counter.checkOut();
  const body = paidEvent(payment);
  for (let repeat = 0; repeat < 3; repeat += 1) {
    await hook().set(signatureHeader, signedAt(body)).send(body).expect(200, { received: true });
  }
  assert.equal(await statusOf(payment.paymentId), "succeeded");
  const told = (await workOff(house)).filter(({ fact }) => fact["paymentId"] === payment.paymentId);
  assert.deepEqual(
    told.map(({ name }) => name),
    ["payment.succeeded"],
  );
});

test("200 ten copies at once: one effect", async () => {
  const payment = await counter.checkOut();
  const body = paidEvent(payment);
  await Promise.all(
    Array.from({ length: 10 }, () => hook().set(signatureHeader, signedAt(body)).send(body).expect(200)),
  );
  const told = (await workOff(house)).filter(({ fact }) => fact["paymentId"] === payment.paymentId);
  assert.deepEqual(
    told.map(({ name }) => name),
    ["payment.succeeded"],
  );
});

test("400 unsigned, signed by somebody else, altered, too old, ahead of time, no event", async () => {
  const payment = await counter.checkOut();
  const body = paidEvent(payment);
  const refused: [string, string | null, string][] = [
    ["unsigned", null, body],
    ["nonsense", "t=1,v1=2", body],
    ["another merchant", signedAt(body, 0, newId(wallClock())), body],
    ["altered", signedAt(body), body.replace("5000", "5001")],
    ["too old", signedAt(body, -305_000), body],
    ["ahead of time", signedAt(body, 305_000), body],
    ["not JSON", signedAt("{"), "{"],
    ["not an event", signedAt("[]"), "[]"],
    ["an empty body", signedAt(""), ""],
  ];
  for (const [name, signature, sent] of refused) {
    const call = hook();
    if (signature !== null) call.set(signatureHeader, signature);
    const { status, body: answer } = await call.send(sent);
    assert.equal(status, 400, name);
    assert.equal(answer.code, "money.event_refused", name);
  }
  assert.equal(await statusOf(payment.paymentId), "pending");
});

test("404 a connection or gateway that is none, and one of another site", async () => {
  const body = paidEvent(await counter.checkOut());
  const signature = signedAt(body);
  const tokens = [
    "x",
    "a".repeat(43),
    connectionToken(newId(wallClock()), house.tenant.id),
    connectionToken(house.tenant.id, newId(wallClock())),
  ];
  for (const token of tokens)
    await hook("test", token).set(signatureHeader, signature).send(body).expect(404);
  await hook("stripe").set(signatureHeader, signature).send(body).expect(404);
  await hook("__proto__").set(signatureHeader, signature).send(body).expect(404);
});

test("413 more than any event has", async () => {
  const body = "x".repeat(300 * 1024);
  await hook().set(signatureHeader, signedAt(body)).send(body).expect(413);
});

test("200 an event of a payment nobody knows changes nothing", async () => {
  const body = paidEvent({ paymentId: newId(wallClock()), orderId: "", url: "", expiresAt: wallClock() });
  await hook().set(signatureHeader, signedAt(body)).send(body).expect(200);
});
