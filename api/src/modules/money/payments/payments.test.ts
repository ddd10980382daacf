import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import {
  fireTimers,
  openPayCounter,
  type OpenPayment,
  type PayCounter,
  workOff,
} from "../../../../test/pay-counter.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, hours, minutes, plus } from "../../../platform/time.ts";
import { checkLedger } from "../check-ledger.ts";
import { escrowPostings, type EscrowTerms, payerAccountOf } from "../escrow-postings.ts";
import { available, clearing, fees, gateway, goodwill } from "../ledger/account.ts";
import { balanceOf, escrowOf } from "../ledger/balance.ts";
import { post } from "../ledger/post.ts";
import { Payment } from "../models/payment.ts";
import { Refund } from "../models/refund.ts";
import { refundPayment } from "../refund-payment.ts";
import { retryRefund } from "../retry-refund.ts";
import { type MoneyHouse, openMoneyHouse } from "../testing.ts";
import { requestRefund } from "./request-refund.ts";
import { redeemReturnCode } from "./return-code.ts";

let house: MoneyHouse;
let counter: PayCounter;
const payee = "01890000-0000-7000-8000-00000000000b";

before(async () => {
  house = await openMoneyHouse();
  counter = await openPayCounter(house);
});
after(async () => {
  await counter.close();
  await house.close();
});

const read = (paymentId: string) =>
  house.inspect(async (scope) => {
    const [payment] = await scope.read<Payment>`select * from ${Payment} p where id = ${paymentId}`;
    return payment!;
  });
const refundsOf = (paymentId: string) =>
  house.inspect(
    (scope) =>
      scope.read<Refund>`select * from ${Refund} r where payment_id = ${paymentId} order by created_at, id`,
  );
const minor = (account: Parameters<typeof balanceOf>[1], unit = "EUR") =>
  house.inspect(async (scope) => (await balanceOf(scope, account, unit)).available);
const tasks = (kind: string, subjectId: string) =>
  house.inspect(
    (scope) => scope.sql`
      select id from operator_tasks where tenant_id = ${scope.tenant.id} and kind = ${kind} and subject_id = ${subjectId} and state = 'open'`,
  );

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 4000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error("It did not come to that.");
    await sleep(20);
  }
}
const becomes = (paymentId: string, status: Payment["status"]) =>
  until(async () => (await read(paymentId)).status === status);

async function paid(
  card = "paid",
  request: Parameters<PayCounter["checkOut"]>[0] = {},
): Promise<OpenPayment> {
  const opened = await counter.checkOut(request);
  await counter.pay(opened.url, { card });
  await becomes(opened.paymentId, "succeeded");
  return opened;
}

const terms = (orderId: string): EscrowTerms => ({
  orderId,
  unit: "EUR",
  payees: [{ memberId: payee, share: 1 }],
  feeBasisPoints: 1500,
  releasedTo: "available",
});

/** What an order's flow does when its payment has arrived. */
const fund = (orderId: string, amountMinor = 5000) =>
  house.transact(async (scope) => {
    const payer = await payerAccountOf(scope, orderId, amountMinor);
    await post(
      scope,
      escrowPostings(terms(orderId), { escrow: "fund", amountMinor }, { payer, key: "fund" }),
    );
  });

async function assertSound() {
  const found = await house.inspect((scope) => checkLedger.run(scope, {}));
  assert.deepEqual({ ...found, units: [] }, { isSound: true, units: [], wrongAccounts: [], gateways: [] });
}

const staff = {
  actor: {
    kind: "staff" as const,
    accountId: newId(wallClock()),
    staffRole: "owner" as const,
    permissions: new Set<string>(),
    sessionId: "s",
  },
};
const refund = (id: string, amountMinor?: number) =>
  house.transact(
    (scope) => refundPayment.run(scope, amountMinor === undefined ? { id } : { id, amountMinor }),
    staff,
  );

test("pay, hold, release: the seller has the price less the fee, the books stay at zero", async () => {
  const { paymentId, orderId } = await paid();
  assert.equal(await minor(clearing("test")), 5000);
  await fund(orderId);
  await fund(orderId);
  const before = await minor(available(payee));
  assert.deepEqual(await house.inspect((scope) => escrowOf(scope, orderId, "EUR")), {
    fundedMinor: 5000,
    heldMinor: 5000,
  });
  await house.transact(async (scope) => {
    const payer = await payerAccountOf(scope, orderId);
    await post(
      scope,
      escrowPostings(terms(orderId), { escrow: "release", amountMinor: 5000 }, { payer, key: "release" }),
    );
  });
  assert.equal((await minor(available(payee))) - before, 4250);
  assert.equal((await house.inspect((scope) => escrowOf(scope, orderId, "EUR"))).heldMinor, 0);
  assert.equal(await minor(clearing("test")), 0);
  assert.ok((await minor(fees)) >= 750);
  const told = await workOff(house);
  assert.deepEqual(
    told.filter(({ fact }) => fact["paymentId"] === paymentId).map(({ name }) => name),
    ["payment.succeeded"],
  );
  await assertSound();
});

test("a ruling splits what is held between payer and payee", async () => {
  const { orderId, paymentId } = await paid();
  await fund(orderId);
  const before = await minor(available(payee));
  await house.transact(async (scope) => {
    const payer = await payerAccountOf(scope, orderId);
    const move = { escrow: "settle", refundMinor: 2000, releaseMinor: 3000 } as const;
    await requestRefund(scope, { orderId, amountMinor: 2000, reason: "dispute", key: "ruling" });
    await post(scope, escrowPostings(terms(orderId), move, { payer, key: "ruling" }));
  });
  assert.equal((await minor(available(payee))) - before, 2550);
  assert.equal(await minor(clearing("test")), 2000);
  assert.equal((await read(paymentId)).status, "refunding");
  await workOff(house);
  await becomes(paymentId, "partially_refunded");
  assert.equal(await minor(clearing("test")), 0);
  await assertSound();
});

test("declined, then paid: one payment, and the decline is forgotten", async () => {
  const opened = await counter.checkOut();
  assert.equal(await counter.pay(opened.url, { card: "declined" }), null);
  await becomes(opened.paymentId, "failed");
  const again = await counter.checkOut({ orderId: opened.orderId });
  assert.equal(again.url, opened.url);
  await counter.pay(again.url, { card: "paid" });
  await becomes(opened.paymentId, "succeeded");
  const names = (await workOff(house))
    .filter(({ fact }) => fact["paymentId"] === opened.paymentId)
    .map(({ name }) => name);
  assert.deepEqual(names, ["payment.failed", "payment.succeeded"]);
  await assert.rejects(counter.checkOut({ orderId: opened.orderId }), { code: "money.already_paid" });
});

test("a bank's confirmation: refused, then confirmed", async () => {
  const opened = await counter.checkOut();
  assert.equal(await counter.pay(opened.url, { card: "confirmation" }), null);
  assert.match(await (await counter.show(opened.url)).text(), /Confirm with your bank/);
  assert.equal(await counter.pay(opened.url, { step: "refuse" }), null);
  await becomes(opened.paymentId, "failed");
  await counter.pay(opened.url, { card: "confirmation" });
  assert.match(
    (await counter.pay(opened.url, { step: "confirm" })) ?? "",
    /^http:\/\/localhost:4321\/booking\?tessera_return=/,
  );
  await becomes(opened.paymentId, "succeeded");
});

test("events twice and in the wrong order: one effect", async () => {
  for (const delivery of ["twice", "shuffled"]) {
    const opened = await counter.checkOut();
    await counter.pay(opened.url, { card: "paid", delivery });
    await becomes(opened.paymentId, "succeeded");
    await sleep(900);
    const names = (await workOff(house))
      .filter(({ fact }) => fact["paymentId"] === opened.paymentId)
      .map(({ name }) => name);
    assert.deepEqual(names, ["payment.succeeded"]);
  }
  await assertSound();
});

test("an unpaid checkout is closed when its time is over, and a new one begins", async () => {
  const now = wallClock();
  const opened = await counter.checkOut({}, { now });
  assert.deepEqual(opened.expiresAt, plus(now, minutes(30)));
  await fireTimers(house, plus(now, minutes(31)));
  assert.equal((await read(opened.paymentId)).status, "expired");
  assert.equal(await counter.pay(opened.url, { card: "paid" }), null);
  const again = await counter.checkOut({ orderId: opened.orderId });
  assert.notEqual(again.paymentId, opened.paymentId);
});

test("paid late: still waited for after the time to pay, then it counts", async () => {
  const now = wallClock();
  const opened = await counter.checkOut({}, { now });
  assert.notEqual(await counter.pay(opened.url, { card: "late" }), null);
  await fireTimers(house, plus(now, minutes(35)));
  assert.equal((await read(opened.paymentId)).status, "pending");
  await fireTimers(house, plus(now, hours(2)));
  assert.equal((await read(opened.paymentId)).status, "succeeded");
});

test("a crash after the gateway's answer: the checkout is found again by its key", async () => {
  const now = wallClock();
  const opened = await counter.checkOut({}, { now });
  await house.transact(async (scope) => {
    await scope
      .query(Payment)
      .findById([scope.tenant.id, opened.paymentId])
      .patch({ checkoutId: null, checkoutUrl: null });
  });
  await counter.pay(opened.url, { card: "paid", delivery: "late" });
  await fireTimers(house, plus(now, minutes(2)));
  const payment = await read(opened.paymentId);
  assert.equal(payment.status, "succeeded");
  assert.ok(opened.url.endsWith(payment.checkoutId ?? "-"));
});

test("another amount than asked for is not confirmed, and a person is told", async () => {
  for (const changed of [{ amountMinor: 4999 }, { currency: "USD" }]) {
    const opened = await counter.checkOut();
    const { checkoutId } = await read(opened.paymentId);
    await house.transact(
      (scope) => scope.sql`
      update gateway_test_checkouts set command = command || ${JSON.stringify(changed)}::jsonb
      where tenant_id = ${scope.tenant.id} and id = ${checkoutId}`,
    );
    await counter.pay(opened.url, { card: "paid" });
    await becomes(opened.paymentId, "flagged");
    assert.equal((await tasks("money.amount_differs", opened.paymentId)).length, 1);
    const names = (await workOff(house))
      .filter(({ fact }) => fact["paymentId"] === opened.paymentId)
      .map(({ name }) => name);
    assert.deepEqual(names, ["payment.flagged"]);
    await assert.rejects(house.transact((scope) => payerAccountOf(scope, opened.orderId, 5000)));

    await refund(opened.paymentId);
    await workOff(house);
    await becomes(opened.paymentId, "refunded");
    await assertSound();
  }
});

test("an order paid twice: the second payment goes back by itself", async () => {
  const now = wallClock();
  const first = await counter.checkOut({}, { now });
  await counter.pay(first.url, { card: "late" });
  // The order is given another checkout while the first payment is on its way.
  await house.transact(async (scope) => {
    await scope
      .query(Payment)
      .findById([scope.tenant.id, first.paymentId])
      .patch({ status: "expired", expiredAt: now });
  });
  const second = await counter.checkOut({ orderId: first.orderId }, { now });
  await counter.pay(second.url, { card: "paid" });
  await becomes(second.paymentId, "succeeded");
  const { checkoutId } = await read(first.paymentId);
  const { paymentId } = first;
  const reference = { paymentId, checkoutId: checkoutId ?? "", gatewayPaymentId: null, refundIds: [] };
  const account = counter.gateway.connect(house.tenant);
  await account.expireCheckout(reference, { signal: AbortSignal.timeout(5000) });
  await account.expireCheckout(reference, { signal: AbortSignal.timeout(5000) });
  await becomes(first.paymentId, "refunding");
  const names = (await workOff(house)).filter(({ name }) => name === "payment.succeeded");
  assert.deepEqual(
    names.map(({ fact }) => fact["paymentId"]).filter((id) => id === first.paymentId),
    [],
  );
  await becomes(first.paymentId, "refunded");
  assert.equal((await read(second.paymentId)).status, "succeeded");
  await assertSound();
});

test("another price: the old checkout is closed at the gateway before anybody pays it", async () => {
  const first = await counter.checkOut();
  const second = await counter.checkOut({ orderId: first.orderId, amountMinor: 6000 });
  assert.notEqual(second.paymentId, first.paymentId);
  await workOff(house);
  assert.equal(await counter.pay(first.url, { card: "paid" }), null);
  assert.equal((await read(first.paymentId)).status, "expired");
  await counter.pay(second.url, { card: "paid" });
  await becomes(second.paymentId, "succeeded");
});

test("refund 30 of 100, then 70; 409 beyond", async () => {
  const { paymentId, orderId } = await paid("paid", { amountMinor: 100 });
  await fund(orderId, 100);
  await refund(paymentId, 30);
  await workOff(house);
  await becomes(paymentId, "partially_refunded");
  assert.equal((await read(paymentId)).refundedMinor, 30);
  assert.equal((await house.inspect((scope) => escrowOf(scope, orderId, "EUR"))).heldMinor, 70);
  await assert.rejects(refund(paymentId, 71), {
    code: "money.refund_too_large",
    params: { available: 70, currency: "EUR" },
  });
  await refund(paymentId);
  await workOff(house);
  await becomes(paymentId, "refunded");
  await assert.rejects(refund(paymentId, 1), { code: "money.refund_too_large" });
  await assertSound();
});

test("many refunds at once never give back more than was paid", async () => {
  const { paymentId, orderId } = await paid("paid", { amountMinor: 100 });
  await fund(orderId, 100);
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => refund(paymentId, 30)));
  assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 3);
  await workOff(house);
  await becomes(paymentId, "partially_refunded");
  assert.equal((await read(paymentId)).refundedMinor, 90);
  await assertSound();
});

test("a refund after the seller was paid comes from the site's own pocket", async () => {
  const { paymentId, orderId } = await paid();
  await fund(orderId);
  await house.transact(async (scope) => {
    const payer = await payerAccountOf(scope, orderId);
    await post(
      scope,
      escrowPostings(terms(orderId), { escrow: "release", amountMinor: 5000 }, { payer, key: "release" }),
    );
  });
  const before = await minor(goodwill);
  await refund(paymentId, 1000);
  assert.equal((await minor(goodwill)) - before, -1000);
  await workOff(house);
  await becomes(paymentId, "partially_refunded");
  await assertSound();
});

test("a refund the bank refuses: the money is kept for it, a person is told, and it is tried again", async () => {
  const { paymentId, orderId } = await paid("refund_fails");
  await fund(orderId);
  const { id } = await refund(paymentId, 2000);
  await workOff(house);
  await until(async () => (await refundsOf(paymentId))[0]?.state === "failed");
  assert.equal((await tasks("money.refund_failed", id)).length, 1);
  assert.equal((await read(paymentId)).status, "refunding");
  assert.equal((await minor(clearing("test"))) >= 2000, true);
  await assert.rejects(refund(paymentId, 3001), { code: "money.refund_too_large" });

  await house.transact((scope) => retryRefund.run(scope, { id }), staff);
  await assert.rejects(
    house.transact((scope) => retryRefund.run(scope, { id }), staff),
    { code: "money.refund_not_failed" },
  );
  await workOff(house);
  await becomes(paymentId, "partially_refunded");
  assert.equal((await tasks("money.refund_failed", id)).length, 0);
  assert.equal((await read(paymentId)).refundedMinor, 2000);
  await assertSound();
});

test("a dispute, lost: told twice, booked once", async () => {
  const { paymentId } = await paid("disputed").catch(async () => ({ paymentId: "" }));
  assert.notEqual(paymentId, "");
  await until(async () => (await read(paymentId)).status === "disputed");
  const held = await minor(gateway("test"));
  const { checkoutId } = await read(paymentId);
  await counter.gateway.till.decideDispute(house.tenant.id, checkoutId ?? "", "lost");
  await until(async () => (await minor(gateway("test"))) === held + 5000);
  const states = (await workOff(house))
    .filter(({ name }) => name === "payment.disputed")
    .map(({ fact }) => fact["state"]);
  assert.deepEqual(states, ["open", "lost"]);
  await assertSound();
});

test("a gateway that stays silent for days calls a person", async () => {
  const now = wallClock();
  const opened = await counter.checkOut({}, { now });
  await counter.pay(opened.url, { card: "late" });
  await house.transact(
    (scope) => scope.sql`
    update gateway_test_checkouts set is_closing = false, command = command || '{"paymentId": "01890000-0000-7000-8000-0000000000ff"}'
    where tenant_id = ${scope.tenant.id} and payment_id = ${opened.paymentId}`,
  );
  await fireTimers(house, plus(now, days(4)));
  assert.equal((await tasks("money.gateway_silent", opened.paymentId)).length, 1);
});

test("the way back: a code opens the order once, and for one site alone", async () => {
  const opened = await counter.checkOut();
  const back = await counter.pay(opened.url, { card: "paid" });
  const code = new URL(back ?? "").searchParams.get("tessera_return") ?? "";
  const redeem = (text: string) => house.transact((scope: Scope) => redeemReturnCode(scope, text));
  await assert.rejects(redeem(`${code.slice(0, -2)}xx`), { code: "money.return_code_invalid" });
  await assert.rejects(
    house.transact((scope) => redeemReturnCode(scope, code), {
      tenant: { ...house.tenant, id: newId(wallClock()) },
    }),
    { code: "money.return_code_invalid" },
  );
  const payment = await redeem(code);
  assert.equal(payment.orderId, opened.orderId);
  await assert.rejects(redeem(code), { code: "money.return_code_invalid" });
});

test("400 ways back to foreign sites, amounts and currencies nobody takes", async () => {
  for (const returnUrl of [
    "https://evil.example/",
    "javascript:alert(1)",
    "ftp://localhost/",
    "/booking",
    "",
  ]) {
    await assert.rejects(
      counter.checkOut({ returnUrl }),
      { code: "money.return_url_not_allowed" },
      returnUrl,
    );
  }
  await assert.rejects(counter.checkOut({ currency: "XXQ" }), { code: "money.currency_not_supported" });
  await counter.checkOut({ returnUrl: "https://shop.example/x" }, { origin: "https://shop.example" });
});

test("yen and dinar to the last unit", async () => {
  for (const [currency, amountMinor] of [
    ["JPY", 5001],
    ["KWD", 12_345],
  ] as const) {
    const opened = await paid("paid", { currency, amountMinor });
    await house.transact(async (scope) => {
      const payer = await payerAccountOf(scope, opened.orderId, amountMinor);
      const move = { escrow: "fund", amountMinor } as const;
      await post(
        scope,
        escrowPostings({ ...terms(opened.orderId), unit: currency }, move, { payer, key: "fund" }),
      );
    });
    assert.equal(
      (await house.inspect((scope) => escrowOf(scope, opened.orderId, currency))).heldMinor,
      amountMinor,
    );
  }
  await assertSound();
});
