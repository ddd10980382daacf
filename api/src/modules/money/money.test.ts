import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import supertest from "supertest";
import { type SignedIn, TestHouse, type TestSite } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { type Payment } from "./models/payment.ts";
import { finishPayment, openCheckout, startPayment } from "./payments/start-payment.ts";

let house: TestHouse;
let site: TestSite;
let elsewhere: TestSite;
let staff: Record<string, string>;
let buyer: SignedIn;
let seller: SignedIn;
let stranger: SignedIn;

interface View {
  readonly id: string;
  readonly status: Payment["status"];
  readonly refundedMinor: number;
  readonly atGateway: object | null;
}

before(async () => {
  house = await TestHouse.open();
  site = await house.site("Paying site", { tenancy: { allowedOrigins: ["https://site.example"] } });
  elsewhere = await house.site();
  staff = await site.staff();
  buyer = await site.signIn("buyer@person.example");
  seller = await site.signIn("seller@person.example");
  stranger = await site.signIn("stranger@person.example");
});
after(async () => {
  await house.close();
  // The payments here belong to no order, which `orders` is right to complain of.
  assert.deepEqual(
    house.bugs.filter((line) => !line.includes("orders.")),
    [],
  );
});

/** Opens a checkout as an order does. */
async function checkOut(amountMinor = 5000) {
  const orderId = newId(wallClock());
  const started = await house.within(site.live, (scope) =>
    startPayment(scope, {
      orderId,
      payer: { memberId: buyer.memberId, visitorId: null },
      payeeIds: [seller.memberId],
      amountMinor,
      currency: "EUR",
      description: "A session",
      returnUrl: "https://site.example/booking",
      minutes: 30,
    }),
  );
  const checkout = await openCheckout(started, { signal: AbortSignal.timeout(5000) });
  return house.within(site.live, (scope) => finishPayment(scope, started, checkout));
}

const pay = (url: string, card = "paid") => supertest(url).post("").type("form").send({ card });

async function paid(amountMinor = 5000): Promise<string> {
  const { paymentId, url } = await checkOut(amountMinor);
  await pay(url).expect(303);
  await becomes(paymentId, "succeeded");
  return paymentId;
}

const becomes = (id: string, status: Payment["status"]) =>
  house.until(`the payment to be ${status}`, async () => {
    const view = await house.ok<View>("money.getPayment", { id }, { headers: site.server });
    return view.status === status ? view : null;
  });

test("200 payer, payee and the site's people see a payment; 404 for everybody else", async () => {
  const id = await paid();
  for (const { headers } of [buyer, seller]) {
    const view = await house.ok<View>("money.getPayment", { id }, { headers });
    assert.equal(view.atGateway, null);
  }
  for (const headers of [staff, site.server]) {
    const view = await house.ok<View>("money.getPayment", { id }, { headers });
    assert.notEqual(view.atGateway, null);
  }
  assert.equal(
    await house.refused("money.getPayment", { id }, { headers: stranger.headers }),
    "404 request.not_found",
  );
  assert.equal(
    await house.refused("money.getPayment", { id }, { headers: site.visitor }),
    "404 request.not_found",
  );
  assert.equal(
    await house.refused("money.getPayment", { id }, { headers: elsewhere.server }),
    "404 request.not_found",
  );
  assert.equal(
    await house.refused("money.getPayment", { id: newId(wallClock()) }, { headers: staff }),
    "404 request.not_found",
  );
});

test("200 a not-paid payment is pending when verified, and paid as soon as it is", async () => {
  const { paymentId: id, url } = await checkOut();
  const headers = buyer.headers;
  assert.equal((await house.ok<View>("money.verifyPayment", { id }, { headers })).status, "pending");
  await pay(url).expect(303);
  assert.equal((await house.ok<View>("money.verifyPayment", { id }, { headers })).status, "succeeded");
  assert.equal(
    await house.refused("money.verifyPayment", { id }, { headers: stranger.headers }),
    "404 request.not_found",
  );
});

test("409 refunds add up to more than was paid; 400 without an idempotency key; 403 for members", async () => {
  const id = await paid(100);
  const refund = (amountMinor: number | undefined, headers: Record<string, string>) =>
    house.refused("money.refundPayment", { id, amountMinor }, { headers });
  const keyed = (key = newId(wallClock())) => ({ ...staff, "Idempotency-Key": key });
  const key = newId(wallClock());
  const first = await house.ok<{ id: string }>(
    "money.refundPayment",
    { id, amountMinor: 30 },
    { headers: keyed(key) },
  );
  const again = await house.ok<{ id: string }>(
    "money.refundPayment",
    { id, amountMinor: 30 },
    { headers: keyed(key) },
  );
  assert.equal(again.id, first.id);
  const view = await becomes(id, "partially_refunded");
  assert.equal(view.refundedMinor, 30);

  assert.equal(await refund(71, keyed()), "409 money.refund_too_large");
  assert.equal(await refund(10, staff), "400 request.idempotency_key_required");
  assert.match(await refund(10, { ...buyer.headers, "Idempotency-Key": key }), /^40[13] /);
  for (const amount of [0, -1, 1.5, null, "", "10", [], true]) {
    const answer = await house.refused(
      "money.refundPayment",
      { id, amountMinor: amount },
      { headers: keyed() },
    );
    assert.equal(answer, "400 request.invalid_input", String(amount));
  }
  assert.equal(
    await house.refused("money.refundPayment", { id: newId(wallClock()) }, { headers: keyed() }),
    "404 request.not_found",
  );
  const audited = await house.within(
    site.live,
    (scope) => scope.sql<{ action: string; actorKind: string }>`
      select action, actor_kind from audit_entries
      where tenant_id = ${scope.tenant.id} and entity_kind = 'payment' and entity_id = ${id}`,
  );
  assert.deepEqual(
    audited.map(({ action, actorKind }) => `${actorKind} ${action}`).toSorted((a, b) => a.localeCompare(b)),
    [
      "staff money.change_payment",
      "staff money.refund_payment",
      "system money.change_payment",
      "system money.change_payment",
      "system money.start_payment",
    ],
  );
});

test("409 nothing to refund before anything was paid", async () => {
  const { paymentId: id } = await checkOut();
  const headers = { ...staff, "Idempotency-Key": newId(wallClock()) };
  assert.equal(
    await house.refused("money.refundPayment", { id }, { headers }),
    "409 money.payment_not_settled",
  );
});

test("400 card numbers are not taken anywhere", async () => {
  const { paymentId: id } = await checkOut();
  for (const field of ["cardNumber", "pan", "cvc"]) {
    const { status, text } = await house.call(
      "money.verifyPayment",
      { id, [field]: "4242424242424242" },
      { headers: buyer.headers },
    );
    assert.equal(status, 400);
    assert.ok(!text.includes("4242"));
  }
});

test("200 the list: newest first, by status, page by page", async () => {
  const ids = [await paid(), await paid(), (await checkOut()).paymentId];
  const list = (input: object) =>
    house.ok<{ items: View[]; nextCursor: string | null }>("money.listPayments", input, { headers: staff });
  const first = await list({ limit: 2 });
  assert.deepEqual(
    first.items.map(({ id }) => id),
    [ids[2], ids[1]],
  );
  const second = await list({ limit: 2, cursor: first.nextCursor });
  assert.equal(second.items[0]!.id, ids[0]);
  const open = await list({ status: "pending", limit: 100 });
  assert.ok(open.items.every(({ status }) => status === "pending") && open.items.length > 0);
  assert.equal(
    await house.refused("money.listPayments", { cursor: "x" }, { headers: staff }),
    "400 request.invalid_input",
  );
  assert.match(await house.refused("money.listPayments", {}, { headers: buyer.headers }), /^40[13] /);
});

test("200 the books are sound, in REST as in RPC", async () => {
  const { isSound, units } = await house.ok<{ isSound: boolean; units: object[] }>(
    "money.checkLedger",
    {},
    { headers: staff },
  );
  assert.equal(isSound, true);
  assert.ok(units.length > 0);
  const rest = await supertest(house.house.url).get("/api/v1/money/ledgers/check").set(staff);
  assert.equal(rest.status, 200, rest.text);
});
