import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { hours, plus } from "../../../platform/time.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { type MoneyHouse, newTenant, openMoneyHouse } from "../testing.ts";
import { accountId, available, clearing, escrow, fees, gateway, issued, wallet } from "./account.ts";
import { findWrongAccounts, sumUnits } from "./audit-books.ts";
import { balanceOf, escrowOf } from "./balance.ts";
import { post } from "./post.ts";
import { pendingTransfer, postPending, transfer, type TransferGroup, voidPending } from "./transfer.ts";
import { voidExpiredTransfer } from "./void-expired-transfer.ts";

let house: MoneyHouse;
const id = () => newId(wallClock());

before(async () => {
  house = await openMoneyHouse({ connections: 16 });
});
after(() => house.close());

const group = (...transfers: TransferGroup["transfers"]): TransferGroup => ({
  cause: "test.moved",
  transfers,
});

/** A member's wallet with an amount in it. */
async function fundedWallet(amount: number, unit = "EUR") {
  const account = wallet(id());
  const funding = transfer({ id: id(), debit: issued, credit: account, unit, amount });
  await house.transact((scope) => post(scope, [group(funding)]));
  return account;
}

const holds = (account: Parameters<typeof balanceOf>[1], unit = "EUR") =>
  house.inspect((scope) => balanceOf(scope, account, unit));

async function assertSound() {
  assert.deepEqual(await house.inspect(findWrongAccounts), []);
  for (const sum of await house.inspect(sumUnits)) assert.equal(sum.difference, 0, sum.unit);
}

test("an order's group moves all four amounts, and the books stay at zero", async () => {
  const orderId = id();
  const member = id();
  const move = (
    debit: Parameters<typeof balanceOf>[1],
    credit: Parameters<typeof balanceOf>[1],
    amount: number,
  ) => transfer({ id: id(), debit, credit, unit: "EUR", amount });
  await house.transact((scope) =>
    post(scope, [
      group(
        move(gateway("test"), clearing("test"), 5000),
        move(clearing("test"), escrow(orderId), 5000),
        move(escrow(orderId), available(member), 4250),
        move(escrow(orderId), fees, 750),
      ),
    ]),
  );
  assert.deepEqual(await house.inspect((scope) => escrowOf(scope, orderId, "EUR")), {
    fundedMinor: 5000,
    heldMinor: 0,
  });
  assert.equal((await holds(available(member))).available, 4250);
  assert.equal((await holds(gateway("test"))).available, -5000);
  assert.equal((await holds(clearing("test"))).available, 0);
  await assertSound();
});

test("402 more than the balance, and nothing of the group is recorded", async () => {
  const from = await fundedWallet(100);
  const to = wallet(id());
  const small = transfer({ id: id(), debit: from, credit: to, unit: "EUR", amount: 60 });
  const large = transfer({ id: id(), debit: from, credit: to, unit: "EUR", amount: 41 });
  await assert.rejects(
    house.transact((scope) => post(scope, [group(small), group(large)])),
    { code: "money.balance_too_low" },
  );
  assert.equal((await holds(from)).available, 100);
  assert.equal((await holds(to)).credited, 0);
});

test("a transfer sent again changes nothing; with another content it is refused", async () => {
  const from = await fundedWallet(100);
  const to = wallet(id());
  const once = { id: id(), debit: from, credit: to, unit: "EUR", amount: 30 };
  for (let repeat = 0; repeat < 3; repeat += 1) {
    await house.transact((scope) => post(scope, [group(transfer(once))]));
  }
  assert.equal((await holds(to)).available, 30);
  for (const changed of [{ amount: 31 }, { credit: wallet(id()) }, { debit: issued }]) {
    await assert.rejects(
      house.transact((scope) => post(scope, [group(transfer({ ...once, ...changed }))])),
      { code: "money.transfer_conflict" },
    );
  }
  await assert.rejects(
    house.transact((scope) => post(scope, [{ ...group(transfer(once)), orderId: id() }])),
    { code: "money.transfer_conflict" },
  );
  await assertSound();
});

test("reserved value is spent for one side, not yet there for the other, and resolves once", async () => {
  const from = await fundedWallet(100);
  const to = wallet(id());
  const pendingId = id();
  await house.transact((scope) =>
    post(scope, [
      group(pendingTransfer({ id: pendingId, debit: from, credit: to, unit: "EUR", amount: 80 })),
    ]),
  );
  assert.deepEqual(await holds(from), {
    credited: 100,
    debited: 0,
    reserved: 80,
    expected: 0,
    available: 20,
  });
  assert.equal((await holds(to)).expected, 80);
  await assert.rejects(
    house.transact((scope) =>
      post(scope, [group(transfer({ id: id(), debit: from, credit: to, unit: "EUR", amount: 21 }))]),
    ),
    { code: "money.balance_too_low" },
  );

  const end = postPending({ id: id(), pendingId, amount: 50 });
  await house.transact((scope) => post(scope, [group(end)]));
  await house.transact((scope) => post(scope, [group(end)]));
  assert.equal((await holds(from)).available, 50);
  assert.equal((await holds(to)).available, 50);
  await assert.rejects(
    house.transact((scope) => post(scope, [group(voidPending({ id: id(), pendingId }))])),
    { code: "money.transfer_not_pending" },
  );
  await assertSound();
});

test("more than was reserved is never posted", async () => {
  const from = await fundedWallet(100);
  const pendingId = id();
  await house.transact((scope) =>
    post(scope, [
      group(pendingTransfer({ id: pendingId, debit: from, credit: fees, unit: "EUR", amount: 10 })),
    ]),
  );
  await assert.rejects(
    house.transact((scope) => post(scope, [group(postPending({ id: id(), pendingId, amount: 11 }))])),
    /more than was promised/,
  );
  assert.equal((await holds(from)).reserved, 10);
});

test("reserved value comes back by itself when its time is over", async () => {
  const from = await fundedWallet(100);
  const now = wallClock();
  const expiresAt = plus(now, hours(1));
  const pendingId = id();
  const promise = { id: pendingId, debit: from, credit: fees, unit: "EUR", amount: 10, expiresAt };
  await house.transact((scope) => post(scope, [group(pendingTransfer(promise))]), { now });
  const due = await house.inspect(
    (scope) =>
      scope.sql<{
        dueAt: Date;
      }>`select due_at from timers where tenant_id = ${scope.tenant.id} and subject_id = ${pendingId}`,
  );
  assert.deepEqual(due, [{ dueAt: expiresAt }]);
  const ring = voidExpiredTransfer as unknown as { run: (scope: Scope, due: object) => Promise<void> };
  for (let repeat = 0; repeat < 2; repeat += 1) {
    await house.transact(
      (scope) => ring.run(scope, { subjectId: pendingId, dueAt: expiresAt, payload: {} }),
      {
        now: expiresAt,
      },
    );
  }
  assert.deepEqual(await holds(from), {
    credited: 100,
    debited: 0,
    reserved: 0,
    expected: 0,
    available: 100,
  });
});

test("a transfer never mixes units", async () => {
  const from = await fundedWallet(100, "CNY");
  await assert.rejects(
    house.transact((scope) =>
      post(scope, [group(transfer({ id: id(), debit: from, credit: fees, unit: "EUR", amount: 1 }))]),
    ),
    { code: "money.balance_too_low" },
  );
  const euros = await fundedWallet(100, "EUR");
  const crossing = {
    id: id(),
    debit: accountId(from, "CNY"),
    credit: accountId(euros, "EUR"),
    amount: 1,
    state: "posted",
  };
  const body = [{ cause: "test.mixed", happened_at: wallClock(), accounts: [], transfers: [crossing] }];
  await assert.rejects(
    house.transact((scope) => scope.sql`select ledger_post(${JSON.stringify(body)}::jsonb)`),
    { code: "TL003" },
  );
});

test("400 members spend a balance of 100 at once: 100 succeed", async () => {
  const from = await fundedWallet(100);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 400 }, () =>
      house.transact((scope) =>
        post(scope, [
          group(transfer({ id: id(), debit: from, credit: wallet(id()), unit: "EUR", amount: 1 })),
        ]),
      ),
    ),
  );
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  assert.equal(outcomes.length - refused.length, 100);
  for (const { reason } of refused) assert.equal((reason as { code: string }).code, "money.balance_too_low");
  assert.deepEqual(await holds(from), {
    credited: 100,
    debited: 100,
    reserved: 0,
    expected: 0,
    available: 0,
  });
  await assertSound();
});

test("crossing groups and repeats wait for each other and never in a circle", async () => {
  const accounts = await Promise.all(Array.from({ length: 6 }, () => fundedWallet(1_000_000)));
  const groups = Array.from({ length: 60 }, (_, round) =>
    group(
      ...Array.from({ length: 5 }, (_, step) =>
        transfer({
          id: id(),
          debit: accounts[(round * 7 + step * 5) % 6]!,
          credit: accounts[(round * 7 + step * 5 + 1 + (step % 5)) % 6]!,
          unit: "EUR",
          amount: 1 + step,
        }),
      ),
    ),
  );
  const calls = [...groups, ...groups.toReversed(), ...groups].map((each, index) =>
    index % 3 === 0 ? [each, groups[(index * 11) % 60]!] : [each],
  );
  await Promise.all(calls.map((call) => house.transact((scope) => post(scope, call))));
  const recorded = await house.inspect(
    (scope) =>
      scope.sql<{
        count: number;
      }>`select count(*) from ${LedgerTransfer} t where cause = 'test.moved' and id = any(${groups.flatMap((each) => each.transfers.map((one) => one.id))}::uuid[])`,
  );
  assert.equal(recorded[0]!.count, 300);
  const total = await Promise.all(accounts.map((account) => holds(account)));
  assert.equal(
    total.reduce((sum, balance) => sum + balance.available, 0),
    6_000_000,
  );
  await assertSound();
});

test("sums of busy accounts: the same balance before, between and after", async () => {
  const tenant = newTenant();
  const name = id();
  const pay = (amount: number) =>
    house.transact(
      (scope) =>
        post(scope, [
          group(transfer({ id: id(), debit: gateway(name), credit: clearing(name), unit: "EUR", amount })),
        ]),
      { tenant },
    );
  const snapshot = () =>
    house.transact((scope) => scope.sql<{ taken: number }>`select ledger_snapshot(${scope.now}) as taken`, {
      tenant,
    });
  const balance = async () =>
    (await house.inspect((scope) => balanceOf(scope, clearing(name), "EUR"), { tenant })).available;
  for (const amount of [1, 2, 3]) await pay(amount);
  assert.equal(await balance(), 6);

  // An entry recorded before the sums are taken and committed after them must not be missed.
  let release = (): void => {};
  const gate = new Promise<void>((open) => (release = open));
  let entered = (): void => {};
  const inside = new Promise<void>((open) => (entered = open));
  const slow = house.transact(
    async (scope) => {
      await post(scope, [
        group(transfer({ id: id(), debit: gateway(name), credit: clearing(name), unit: "EUR", amount: 10 })),
      ]);
      entered();
      await gate;
    },
    { tenant },
  );
  await inside;
  await pay(20);
  assert.equal((await snapshot())[0]!.taken, 2);
  assert.equal(await balance(), 26);
  release();
  await slow;
  assert.equal(await balance(), 36);
  await snapshot();
  assert.equal(await balance(), 36);
  await pay(4);
  assert.equal(await balance(), 40);
  assert.deepEqual(await house.inspect(findWrongAccounts, { tenant }), []);
});

test("another tenant's books are out of sight, and its transfer ids are free", async () => {
  const from = await fundedWallet(100);
  const elsewhere = { tenant: newTenant() };
  assert.equal((await house.inspect((scope) => balanceOf(scope, from, "EUR"), elsewhere)).credited, 0);
  await assert.rejects(
    house.transact(
      (scope) =>
        post(scope, [group(transfer({ id: id(), debit: from, credit: fees, unit: "EUR", amount: 1 }))]),
      elsewhere,
    ),
    { code: "money.balance_too_low" },
  );
});

test("the runtime cannot write the ledger, and not even its owner rewrites history", async () => {
  const statements = [
    "insert into ledger_accounts (tenant_id, id, kind, owner, unit, opened_at) values (app_tenant(), gen_random_uuid(), 'wallet', 'x', 'EUR', now())",
    "update ledger_accounts set credits_posted = 10",
    "delete from ledger_accounts",
    "update ledger_transfers set amount = 1",
    "delete from ledger_transfers",
    "truncate ledger_transfers",
    "delete from ledger_snapshots",
    "select ledger_explain('[]')",
    "alter table ledger_transfers disable row level security",
  ];
  const runtime = new pg.Client({ connectionString: house.database.url("app_rt") });
  const admin = new pg.Client({ connectionString: house.database.adminUrl });
  await runtime.connect();
  await admin.connect();
  try {
    await runtime.query("select set_config('app.tenant_id', $1, false)", [house.tenant.id]);
    for (const statement of statements)
      await assert.rejects(runtime.query(statement), { code: "42501" }, statement);
    await admin.query("set role app_ledger");
    for (const statement of statements.slice(2, 7))
      await assert.rejects(admin.query(statement), { code: "42501" }, statement);
  } finally {
    await runtime.end();
    await admin.end();
  }
});
