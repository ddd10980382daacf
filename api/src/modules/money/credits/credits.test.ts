import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import supertest from "supertest";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { forgetTenant, switchOn } from "../../tenancy/index.ts";
import { balancesOf } from "../ledger/balance.ts";
import { wallet } from "../ledger/account.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { applyFacts } from "../payments/apply-facts.ts";
import { creditUnit } from "./credit-unit.ts";
import { findWrongAccounts } from "../ledger/audit-books.ts";

let house: TestHouse;
let site: TestSite;

before(async () => {
  house = await TestHouse.open();
  site = await house.site("Credit site", { tenancy: { allowedOrigins: ["https://site.example"] } });
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

interface Balance {
  readonly unit: string;
  readonly available: number;
  readonly held: number;
  readonly expiring: readonly { amount: number }[];
}

interface Line {
  readonly type: string;
  readonly amount: number;
  readonly balance: number;
  readonly label: string | null;
}

interface Page {
  readonly items: Line[];
  readonly nextCursor: string | null;
}

/** A member of the site, for whom its server calls. */
class Somebody {
  readonly id: string;
  readonly key: string;
  constructor(id: string, key = site.keys.secretKey) {
    this.id = id;
    this.key = key;
  }

  static async join(key = site.keys.secretKey): Promise<Somebody> {
    const email = `${newId(wallClock())}@person.example`;
    const created = await house.ok<{ id: string }>(
      "identity.createMember",
      { email, name: "Some Body", roles: ["client"] },
      { headers: { Authorization: `Bearer ${key}`, "Idempotency-Key": email } },
    );
    const somebody = new Somebody(created.id, key);
    await house.until("the starter credits", async () => (await somebody.credits()).available === 50);
    return somebody;
  }

  get headers(): Record<string, string> {
    return {
      Authorization: `Bearer ${this.key}`,
      "Tessera-Acting-For": this.id,
      "Idempotency-Key": newId(wallClock()),
    };
  }

  call = <Result>(operation: string, input: object = {}): Promise<Result> =>
    house.ok<Result>(`money.${operation}`, input, { headers: this.headers });

  refused = (operation: string, input: object = {}): Promise<string> =>
    house.refused(`money.${operation}`, input, { headers: this.headers });

  async credits(): Promise<Balance> {
    return (await this.call<{ balances: Balance[] }>("getWallet")).balances[0]!;
  }

  has = (amount: number): Promise<unknown> =>
    house.until(`${amount} credits`, async () => (await this.credits()).available === amount);

  lines = async (filter: object = {}): Promise<Line[]> =>
    (await this.call<Page>("listTransactions", filter)).items;

  /** Opens the pay page of a package and chooses a card there; answers the payment. */
  async buy(packageId: string, card = "paid"): Promise<string> {
    const returnUrl = "https://site.example/account";
    const { url, paymentId } = await this.call<{ url: string; paymentId: string }>("buyPackage", {
      packageId,
      returnUrl,
    });
    await supertest(url).post("").type("form").send({ card });
    return paymentId;
  }
}

const office = <Result>(operation: string, input: object): Promise<Result> =>
  house.ok<Result>(`money.${operation}`, input, { headers: officeHeaders() });
const officeHeaders = () => ({ ...site.server, "Idempotency-Key": newId(wallClock()) });

const campaign = (changes: object = {}) =>
  office<{ id: string; code: string; used: number }>("createCampaign", {
    code: `C-${newId(wallClock()).slice(-12)}`,
    name: "Spring",
    credits: 20,
    startsAt: plus(wallClock(), -hours(1)).toISOString(),
    endsAt: plus(wallClock(), days(1)).toISOString(),
    ...changes,
  });

const sessionOf = (hostId: string, clientId: string) =>
  house.within(site.live, (scope) =>
    announce(scope, "booking.completed", {
      bookingId: newId(scope.now),
      hostId,
      clientId,
      orderId: null,
      startsAt: scope.now,
      endsAt: scope.now,
      version: 1,
    }),
  );

test("a new member has 50 credits, once, whatever is told again", async () => {
  const somebody = await Somebody.join();
  for (let times = 0; times < 2; times += 1)
    await house.within(site.live, (scope) =>
      announce(scope, "member.created", { memberId: somebody.id, at: scope.now }),
    );
  const other = await Somebody.join();
  assert.equal((await other.credits()).available, 50);
  assert.deepEqual(
    (await somebody.lines()).map(({ type, amount, balance }) => ({ type, amount, balance })),
    [{ type: "starter", amount: 50, balance: 50 }],
  );
});

test("members of before there were credits get their starter once, also when it is asked for again", async () => {
  const old = await house.site("Old site", {}, { modules: ["booking"] });
  const members: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    const email = `${newId(wallClock())}@person.example`;
    const person = { email, name: "Some Body", roles: ["client"] };
    const headers = { ...old.server, "Idempotency-Key": email };
    members.push((await house.ok<{ id: string }>("identity.createMember", person, { headers })).id);
  }
  const balances = () =>
    house.within(old.live, async (scope) => {
      const held = await balancesOf(
        scope,
        members.map((id) => wallet(id)),
        creditUnit,
      );
      return held.map(({ available }) => available);
    });
  assert.deepEqual(await balances(), [0, 0, 0]);
  await house.within(old.live, (scope) => switchOn(scope, "wallet"));
  for (let times = 0; times < 2; times += 1) {
    await house.within(old.live, (scope) =>
      setTimer(scope, { name: "money.give_starters", subjectId: scope.tenant.id, dueAt: scope.now }),
    );
    await house.until("the starters", async () => (await balances()).every((each) => each === 50));
  }
  assert.deepEqual(await balances(), [50, 50, 50]);
});

test("three packages; a paid one is credited once, an open page stays the same, the books are sound", async () => {
  const somebody = await Somebody.join();
  const { items } = await house.ok<{ items: { credits: number; price: { amountMinor: number } }[] }>(
    "money.listPackages",
    {},
    { headers: site.visitor },
  );
  assert.deepEqual(
    items.map(({ credits, price }) => [credits, price.amountMinor]),
    [
      [100, 1000],
      [500, 4500],
      [1000, 8000],
    ],
  );
  const input = { packageId: "medium", returnUrl: "https://site.example/account" };
  const first = await somebody.call<{ paymentId: string }>("buyPackage", input);
  const waiting = await somebody.call<{ waiting: { credits: number }[] }>("getWallet");
  assert.deepEqual(
    waiting.waiting.map(({ credits }) => credits),
    [500],
  );
  assert.equal(await somebody.buy("medium"), first.paymentId);
  await somebody.has(550);
  const [orderId] = await house.within(site.live, async (scope) => {
    const rows = await scope.sql<{ orderId: string }>`
      select order_id from payments where tenant_id = ${scope.tenant.id} and id = ${first.paymentId}`;
    return rows.map((row) => row.orderId);
  });
  // The gateway's event again, as the relay would hand it on.
  await house.within(site.live, (scope) =>
    announce(scope, "payment.succeeded", {
      paymentId: first.paymentId,
      orderId: orderId!,
      amountMinor: 4500,
      currency: "USD",
      payerMemberId: somebody.id,
      payeeIds: [],
    }),
  );
  await Somebody.join();
  assert.equal((await somebody.credits()).available, 550);
  assert.deepEqual((await somebody.call<{ waiting: object[] }>("getWallet")).waiting, []);
  assert.equal(
    await somebody.refused("buyPackage", { ...input, packageId: "none" }),
    "404 request.not_found",
  );
  const { isSound } = await office<{ isSound: boolean }>("checkLedger", {});
  assert.equal(isSound, true);
});

test("a refund takes back what was not spent, and gives back that part of the price", async () => {
  const somebody = await Somebody.join();
  const id = await somebody.buy("small");
  await somebody.has(150);
  // The starter credits expire first, so that 80 are 50 of those and 30 bought ones.
  await office("takeCredits", { memberId: somebody.id, credits: 80, reason: "A test" });
  assert.equal(
    await house.refused("money.refundPayment", { id, amountMinor: 701 }, { headers: officeHeaders() }),
    "409 money.refund_too_large",
  );
  const refund = await office<{ amountMinor: number }>("refundPayment", { id });
  assert.equal(refund.amountMinor, 700);
  await somebody.has(0);
  assert.equal((await somebody.lines({ type: "refunded" }))[0]?.amount, -70);
});

test("a refund made at the gateway takes back what is left; a person looks where that is not all of it", async () => {
  const refundAtGateway = (paymentId: string, gatewayRefundId: string, amountMinor: number) =>
    house.within(site.live, async (scope) => {
      const [payment] = await scope.sql<{ gateway: string; gatewayPaymentId: string }>`
        select gateway, gateway_payment_id from payments where tenant_id = ${scope.tenant.id} and id = ${paymentId}`;
      const { gateway, gatewayPaymentId } = payment!;
      const ids = { paymentId, gatewayPaymentId, refundId: null, gatewayRefundId };
      const fact = { about: "refund", ...ids, amountMinor, currency: "USD", state: "succeeded" } as const;
      await applyFacts(scope, gateway, [fact]);
      const tasks = await scope.sql<{ kind: string }>`
        select kind from operator_tasks where tenant_id = ${scope.tenant.id} and kind = 'money.refunded_at_gateway'
          and params ->> 'paymentId' = ${paymentId}`;
      return tasks.length;
    });
  const whole = await Somebody.join();
  const wholePayment = await whole.buy("small");
  await whole.has(150);
  assert.equal(await refundAtGateway(wholePayment, "out-1", 1000), 0);
  assert.equal((await whole.credits()).available, 50);
  assert.equal(await refundAtGateway(wholePayment, "out-1", 1000), 0);
  assert.equal((await whole.credits()).available, 50);

  const spender = await Somebody.join();
  const part = await spender.buy("small");
  await spender.has(150);
  await office("takeCredits", { memberId: spender.id, credits: 80, reason: "A test" });
  assert.equal(await refundAtGateway(part, "out-2", 400), 0);
  assert.equal((await spender.credits()).available, 30);
  assert.equal(await refundAtGateway(part, "out-3", 600), 1);
  assert.equal((await spender.credits()).available, 0);
  const { isSound } = await office<{ isSound: boolean }>("checkLedger", {});
  assert.equal(isSound, true);
});

test("a code gives its credits to each member once: 404 unknown, 409 again, 409 too early, 410 over", async () => {
  const somebody = await Somebody.join();
  const { code, id } = await campaign();
  assert.deepEqual(await somebody.call("redeemCode", { code: ` ${code.toLowerCase()} ` }), {
    kind: "campaign",
    credits: 20,
  });
  await somebody.has(70);
  assert.equal(await somebody.refused("redeemCode", { code }), "409 money.already_redeemed");
  assert.equal(await somebody.refused("redeemCode", { code: "NOBODY-HAS-IT" }), "404 money.code_unknown");
  const early = await campaign({ startsAt: plus(wallClock(), hours(2)).toISOString() });
  assert.equal(await somebody.refused("redeemCode", { code: early.code }), "409 money.campaign_not_started");
  await office("endCampaign", { id });
  const other = await Somebody.join();
  assert.equal(await other.refused("redeemCode", { code }), "410 money.campaign_over");
  const later = await campaign({ audience: "newcomers", startsAt: wallClock().toISOString() });
  assert.equal(await other.refused("redeemCode", { code: later.code }), "403 money.campaign_not_meant");
  const newcomer = await Somebody.join();
  assert.deepEqual(await newcomer.call("redeemCode", { code: later.code }), {
    kind: "campaign",
    credits: 20,
  });
});

test("100 members redeem a code for 10 at once: exactly 10 get it", async () => {
  const crowd: Somebody[] = [];
  for (let index = 0; index < 100; index += 1) {
    const email = `crowd-${index}@person.example`;
    const { id } = await house.ok<{ id: string }>(
      "identity.createMember",
      { email, name: "Some Body", roles: ["client"] },
      { headers: { ...site.server, "Idempotency-Key": email } },
    );
    crowd.push(new Somebody(id));
  }
  const { code } = await campaign({ cap: 10 });
  const outcomes = await Promise.all(
    crowd.map(async (somebody) => {
      const { status, body } = await house.call("money.redeemCode", { code }, { headers: somebody.headers });
      return status === 200 ? "redeemed" : `${status} ${body.error.data.code}`;
    }),
  );
  const redeemed = outcomes.filter((each) => each === "redeemed");
  assert.equal(redeemed.length, 10);
  assert.deepEqual(
    [...new Set(outcomes.filter((each) => each !== "redeemed"))],
    ["409 money.campaign_used_up"],
  );
});

test("who brought somebody gets 25 once that one had a session; own codes and doubles are refused", async () => {
  const [referrer, referred, host] = [await Somebody.join(), await Somebody.join(), await Somebody.join()];
  const { code } = await referrer.call<{ code: string }>("createReferralCode");
  assert.equal((await referrer.call<{ code: string }>("createReferralCode")).code, code);
  assert.equal(await referrer.refused("redeemCode", { code }), "400 money.own_code");
  assert.deepEqual(await referred.call("redeemCode", { code }), { kind: "referral", credits: 0 });
  assert.equal(await referred.refused("redeemCode", { code }), "409 money.already_referred");
  const back = await referred.call<{ code: string }>("createReferralCode");
  assert.equal(await referrer.refused("redeemCode", { code: back.code }), "409 money.already_referred");
  assert.equal((await referrer.credits()).available, 50);
  await sessionOf(host.id, referred.id);
  await referrer.has(75);
  await sessionOf(host.id, referred.id);
  await referred.buy("small");
  await referred.has(150);
  assert.equal((await referrer.credits()).available, 75);
  const { referral } = await referrer.call<{ referral: object }>("getWallet");
  assert.deepEqual(referral, { code, bonus: 25, joined: 1, qualified: 1 });
});

test("the history by type, direction, time and words, page by page, each line with its balance", async () => {
  const somebody = await Somebody.join();
  for (let index = 1; index <= 24; index += 1)
    await office("grantCredits", { memberId: somebody.id, credits: index, reason: `Gift ${index}` });
  await office("takeCredits", { memberId: somebody.id, credits: 7, reason: "A mistake" });
  const first = await somebody.call<Page>("listTransactions");
  assert.equal(first.items.length, 20);
  const second = await somebody.call<Page>("listTransactions", { cursor: first.nextCursor });
  assert.equal(second.nextCursor, null);
  const all = [...first.items, ...second.items];
  assert.equal(all.length, 26);
  let balance = (await somebody.credits()).available;
  for (const line of all) {
    assert.equal(line.balance, balance);
    balance -= line.amount;
  }
  assert.equal(balance, 0);
  assert.deepEqual(
    (await somebody.lines({ direction: "out" })).map(({ type, amount, label }) => ({ type, amount, label })),
    [{ type: "taken", amount: -7, label: "A mistake" }],
  );
  assert.equal((await somebody.lines({ type: "granted", limit: 100 })).length, 24);
  assert.deepEqual(
    (await somebody.lines({ q: "gift 13" })).map(({ amount }) => amount),
    [13],
  );
  assert.deepEqual(
    (await somebody.lines({ q: "100%" })).map(({ amount }) => amount),
    [],
  );
  assert.equal((await somebody.lines({ q: "50" }))[0]?.type, "starter");
  assert.deepEqual(await somebody.lines({ until: plus(wallClock(), -days(1)).toISOString() }), []);
  assert.deepEqual(await somebody.lines({ unit: "EUR" }), []);
});

test("402 more taken than there is; the metrics are what the ledger sums", async () => {
  const somebody = await Somebody.join();
  assert.equal(
    await house.refused(
      "money.takeCredits",
      { memberId: somebody.id, credits: 51, reason: "Too much" },
      { headers: officeHeaders() },
    ),
    "402 money.balance_too_low",
  );
  const metrics = await office<Record<string, number>>("getCreditMetrics", {});
  assert.equal(metrics["inCirculation"], metrics["issued"]! - metrics["expired"]! - metrics["takenBack"]!);
  assert.equal(metrics["inCirculation"], metrics["inWallets"]! + metrics["inEscrow"]!);
  const wrong = await house.within(site.live, (scope: Scope) => findWrongAccounts(scope));
  assert.deepEqual(wrong, []);
});

test("after 12 months credits expire, announced 30, 7 and 1 days before", async () => {
  const key = site.sandboxKeys.secretKey;
  const somebody = await Somebody.join(key);
  const advance = async (to: Date) => {
    await house.until(
      "the clock",
      async () => {
        const { now } = await house.house.background.advanceClock(site.sandbox.id, to, 10_000);
        return now >= to;
      },
      60_000,
    );
    forgetTenant(site.sandbox.id);
  };
  await advance(plus(wallClock(), days(340)));
  assert.deepEqual(
    (await somebody.credits()).expiring.map(({ amount }) => amount),
    [50],
  );
  await advance(plus(wallClock(), days(367)));
  await somebody.has(0);
  assert.deepEqual(
    (await somebody.lines()).map(({ type, amount }) => [type, amount]),
    [
      ["expired", -50],
      ["starter", 50],
    ],
  );
});
