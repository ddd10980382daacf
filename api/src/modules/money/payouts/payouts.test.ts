import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { Payee, type PayoutAnswer } from "../../../../test/payee.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { OperatorTask } from "../../../platform/operator-tasks.ts";
import { days, plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { findWrongAccounts } from "../ledger/audit-books.ts";
import { Payout } from "../models/payout.ts";
import { PayoutAccount } from "../models/payout-account.ts";
import { watchPayoutName } from "./watch-payout.ts";

let house: TestHouse;
let site: TestSite;

before(async () => {
  house = await TestHouse.open();
  site = await house.site("Payout site", { tenancy: { allowedOrigins: ["https://site.example"] } });
});
after(async () => {
  const wrong = await house.house.scopes.inspect(
    {
      tenant: site.live,
      actor: { kind: "system", cause: "test" },
      now: wallClock(),
      request: { requestId: "test", ip: null, origin: null, locale: "", userAgent: null },
    },
    findWrongAccounts,
  );
  await house.close();
  assert.deepEqual(wrong, []);
  assert.deepEqual(house.bugs, []);
});

const earning = (amount: number, options?: { hasAccount?: boolean }) =>
  Payee.earning({ house, tenant: site.live, server: site.server }, amount, options);

const office = <Result>(operation: string, input: object = {}): Promise<Result> =>
  house.ok<Result>(`money.${operation}`, input, {
    headers: { ...site.server, "Idempotency-Key": newId(wallClock()) },
  });

const decide = (decision: string, ids: readonly string[], reason?: string) =>
  office<{ done: string[]; refused: { id: string; state: string | null }[] }>("decidePayouts", {
    decision,
    ids,
    ...(reason !== undefined && { reason }),
  });

test("what is asked for is reserved at once, and paid when the team says so", async () => {
  const payee = await earning(10_000);
  const payout = await payee.ask(4_000);
  assert.equal(payout.state, "requested");
  assert.match(payout.reference, /^P-/);
  assert.equal(payout.account.label, "•••• 3000");
  assert.deepEqual(await payee.holds(), [6_000, 4_000]);
  assert.deepEqual(await decide("approve", [payout.id]), { done: [payout.id], refused: [] });
  const { items } = await office<{ items: { number: string; holder: string; reference: string }[] }>(
    "exportPayouts",
    { ids: [payout.id] },
  );
  assert.deepEqual(
    items.map(({ number, holder, reference }) => [number, holder, reference]),
    [["DE89370400440532013000", "Ada Jones", payout.reference]],
  );
  assert.equal(await payee.state(payout.id), "on_its_way");
  assert.deepEqual(await payee.holds(), [6_000, 4_000]);
  await decide("mark_paid", [payout.id]);
  assert.equal(await payee.state(payout.id), "paid");
  assert.deepEqual(await payee.holds(), [6_000, 0]);
  await decide("mark_returned", [payout.id], "The bank knows no such account.");
  assert.equal(await payee.state(payout.id), "returned");
  assert.deepEqual(await payee.holds(), [10_000, 0]);
  const { items: lines } = await payee.call<{ items: { type: string; amount: number }[] }>(
    "listTransactions",
    {
      unit: "EUR",
    },
  );
  assert.deepEqual(
    lines.slice(0, 2).map(({ type, amount }) => [type, amount]),
    [
      ["returned", 4_000],
      ["paid_out", -4_000],
    ],
  );
});

for (const [decisions, end] of [
  [[["reject", "Say which account."]], "rejected"],
  [[["approve"], ["mark_failed", "The bank refuses it."]], "failed"],
] as const) {
  test(`a payout that is ${end} is in the wallet again, with the reason`, async () => {
    const payee = await earning(5_000);
    const { id } = await payee.ask(5_000);
    for (const [decision, reason] of decisions) await decide(decision, [id], reason);
    const { items } = await payee.call<{ items: PayoutAnswer[] }>("listOwnPayouts");
    assert.deepEqual(
      items.map(({ state, reason }) => [state, reason]),
      [[end, decisions.at(-1)?.[1]]],
    );
    assert.deepEqual(await payee.holds(), [5_000, 0]);
  });
}

test("a member takes back what nobody decided about, and nothing else", async () => {
  const payee = await earning(9_000);
  const [first, second] = [await payee.ask(4_000), await payee.ask(4_000)];
  assert.equal((await payee.call<PayoutAnswer>("cancelPayout", { id: first.id })).state, "cancelled");
  await decide("approve", [second.id]);
  assert.equal(await payee.refused("cancelPayout", { id: second.id }), "409 money.payout_decided");
  assert.deepEqual(await payee.holds(), [5_000, 4_000]);
  const other = await earning(1);
  assert.match(await other.refused("cancelPayout", { id: second.id }), /^404/);
});

test("409 more than is available, 400 less than the site pays out, 409 nowhere to pay", async () => {
  const payee = await earning(5_000);
  const ask = (amountMinor: number, currency = "EUR") =>
    payee.refused("requestPayout", { amountMinor, currency });
  assert.equal(await ask(5_001), "409 money.payout_too_large");
  assert.equal(await ask(2_000, "USD"), "409 money.payout_too_large");
  assert.equal(await ask(1_999), "400 money.payout_too_small");
  assert.match(await ask(2_000, "credits"), /^400/);
  const homeless = await earning(5_000, { hasAccount: false });
  assert.equal(
    await homeless.refused("requestPayout", { amountMinor: 5_000, currency: "EUR" }),
    "409 money.no_payout_account",
  );
});

test("409 of two who ask at once for what is there once, one", async () => {
  const payee = await earning(5_000);
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => payee.ask(3_000)));
  assert.equal(asked.filter(({ status }) => status === "fulfilled").length, 1);
  assert.deepEqual(await payee.holds(), [2_000, 3_000]);
});

test("decisions about many: those that cannot be taken are told, the others are done", async () => {
  const payee = await earning(9_000);
  const [first, second] = [await payee.ask(3_000), await payee.ask(3_000)];
  await decide("approve", [first.id]);
  const unknown = newId(wallClock());
  const { done, refused } = await decide("reject", [second.id, first.id, unknown], "Not yet.");
  assert.deepEqual(done, [second.id]);
  assert.deepEqual(
    new Map(refused.map(({ id, state }) => [id, state])),
    new Map([
      [first.id, "approved"],
      [unknown, null],
    ]),
  );
  assert.match(
    await house.refused(
      "money.decidePayouts",
      { ids: [first.id], decision: "reject" },
      {
        headers: { ...site.server, "Idempotency-Key": newId(wallClock()) },
      },
    ),
    /^400/,
  );
});

test("the queue says what can be done, and is found by state, payee and reference", async () => {
  const payee = await earning(6_000);
  const { id, reference } = await payee.ask(3_000);
  const list = async (filter: object) =>
    (await office<{ items: PayoutAnswer[] }>("listPayouts", filter)).items;
  const [found] = await list({ reference: reference.toLowerCase(), state: "requested" });
  assert.deepEqual([found?.id, found?.choices], [id, ["approve", "reject"]]);
  await decide("approve", [id]);
  const [approved] = await list({ memberId: payee.id });
  assert.deepEqual(approved?.choices, ["send", "mark_paid", "mark_failed"]);
  assert.deepEqual(await list({ reference, state: "requested" }), []);
});

test("an account that is replaced still gets what was asked for before, and the member is told", async () => {
  const payee = await earning(8_000);
  const { id } = await payee.ask(3_000);
  await payee.call("savePayoutAccount", {
    holder: "Ada Jones",
    country: "US",
    accountNumber: "000123456789",
    bankCode: "110000000",
    bankName: "First Bank",
  });
  const later = await payee.ask(3_000);
  assert.equal(later.account.label, "•••• 6789");
  await decide("approve", [id, later.id]);
  const { items } = await office<{ items: { id: string; number: string; bankCode: string | null }[] }>(
    "exportPayouts",
    { ids: [id, later.id] },
  );
  assert.deepEqual(
    items.map(({ number, bankCode }) => [number, bankCode]),
    [
      ["DE89370400440532013000", null],
      ["000123456789", "110000000"],
    ],
  );
  assert.deepEqual(await payee.call("removePayoutAccount"), { removed: true });
  assert.equal(
    await payee.refused("requestPayout", { amountMinor: 2_000, currency: "EUR" }),
    "409 money.no_payout_account",
  );
  assert.match(await payee.refused("savePayoutAccount", { holder: "Ada", iban: "DE88" }), /^400/);
});

test("the numbers of an account stand nowhere in the clear", async () => {
  const payee = await earning(1);
  const rows = await house.within(
    site.live,
    (scope) => scope.sql<{ row: string }>`
      select to_jsonb(a)::text as row from ${PayoutAccount} a where member_id = ${payee.id}`,
  );
  assert.equal(rows.length, 1);
  assert.ok(!rows[0]?.row.includes("0532013000"));
});

test("a payout that nobody decides about, or that is not heard of, calls somebody", async () => {
  const payee = await earning(5_000);
  const { id } = await payee.ask(3_000);
  const tasks = () =>
    house.within(site.live, async (scope) => {
      const rows = await scope.sql<OperatorTask>`
        select kind from ${OperatorTask} t where subject_id = ${id} and state = 'open' order by kind`;
      return rows.map(({ kind }) => kind);
    });
  const looked = async (change: object) =>
    house.within(site.live, async (scope) => {
      await scope.query(Payout).findById([site.live.id, id]).patch(change);
      const dueAt = plus(scope.now, -1000);
      await setTimer(scope, { name: watchPayoutName, subjectId: id, dueAt, payload: { looks: 3 } });
    });
  const longAgo = plus(wallClock(), -days(4));
  await looked({ createdAt: longAgo });
  await house.until("a task", async () => (await tasks()).includes("money.payout_undecided"));
  await decide("approve", [id]);
  await looked({ decidedAt: longAgo });
  await house.until("another", async () => (await tasks()).join() === "money.payout_silent");
  await decide("mark_paid", [id]);
  await looked({});
  await house.until("none", async () => (await tasks()).length === 0);
});
