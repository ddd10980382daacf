import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { days, plus } from "../../../platform/time.ts";
import { LedgerLot } from "../models/ledger-lot.ts";
import { type MoneyHouse, newTenant, openMoneyHouse } from "../testing.ts";
import { type Account, accountId, escrow, issued, wallet } from "./account.ts";
import { findWrongAccounts } from "./audit-books.ts";
import { balanceOf } from "./balance.ts";
import { post } from "./post.ts";
import {
  pendingTransfer,
  postPending,
  type Resolution,
  reversal,
  type Transfer,
  transfer,
  voidPending,
} from "./transfer.ts";
import { watchLotTimer } from "./watch-lot-timer.ts";

let house: MoneyHouse;
before(async () => {
  house = await openMoneyHouse({ connections: 20 });
});
after(() => house.close());

const unit = "credits";
const id = () => newId(wallClock());
const start = new Date("2026-06-01T09:00:00Z");
const inDays = (count: number) => plus(start, days(count));

/** A member's wallet on a site of its own. */
class Purse {
  readonly tenant = newTenant();
  readonly account = wallet(id());

  async move(transfers: readonly (Transfer | Resolution)[], now = start): Promise<void> {
    await house.transact((scope) => post(scope, [{ cause: "test.moved", transfers }]), {
      tenant: this.tenant,
      now,
    });
  }

  /** Brings an amount that expires in so many days; null never. Answers the lot. */
  async fill(amount: number, expiresIn: number | null): Promise<string> {
    const lot = id();
    const lotExpiresAt = expiresIn === null ? null : inDays(expiresIn);
    await this.move([transfer({ id: lot, debit: issued, credit: this.account, unit, amount, lotExpiresAt })]);
    return lot;
  }

  async spend(amount: number, credit: Account = escrow(id())): Promise<string> {
    const spent = id();
    await this.move([transfer({ id: spent, debit: this.account, credit, unit, amount })]);
    return spent;
  }

  /** What is left of every lot, by the order in which they came. */
  async lots(): Promise<number[]> {
    const rows = await house.inspect(
      (scope) =>
        scope.read<LedgerLot>`select remaining from ${LedgerLot} l where account_id = ${accountId(this.account, unit)} order by id`,
      { tenant: this.tenant },
    );
    return rows.map(({ remaining }) => remaining);
  }

  async available(): Promise<number> {
    return house.inspect(async (scope) => (await balanceOf(scope, this.account, unit)).available, {
      tenant: this.tenant,
    });
  }

  /** Runs the lot's timer as if its moment had come. */
  async watch(lot: string, dueAt: Date): Promise<void> {
    await house.transact((scope) => watchLotTimer.run(scope, { subjectId: lot, dueAt, payload: {} }), {
      tenant: this.tenant,
      now: dueAt,
    });
  }

  async assertSound(): Promise<void> {
    const lots = await this.lots();
    assert.equal(
      lots.reduce((sum, each) => sum + each, 0),
      await this.available(),
    );
    assert.deepEqual(await house.inspect(findWrongAccounts, { tenant: this.tenant }), []);
  }
}

test("what expires first is spent first, whatever came first; what never expires is spent last", async () => {
  const purse = new Purse();
  await purse.fill(10, null);
  await purse.fill(10, 300);
  await purse.fill(10, 100);
  await purse.spend(15);
  assert.deepEqual(await purse.lots(), [10, 5, 0]);
  await purse.spend(10);
  assert.deepEqual(await purse.lots(), [5, 0, 0]);
  await purse.assertSound();
});

test("a reservation takes from the lots; posted in part, the rest returns to what lasts longest", async () => {
  const purse = new Purse();
  await purse.fill(10, 100);
  await purse.fill(10, 200);
  const pendingId = id();
  await purse.move([
    pendingTransfer({ id: pendingId, debit: purse.account, credit: escrow(id()), unit, amount: 16 }),
  ]);
  assert.deepEqual(await purse.lots(), [0, 4]);
  await purse.assertSound();
  await purse.move([postPending({ id: id(), pendingId, amount: 7 })]);
  assert.deepEqual(await purse.lots(), [3, 10]);
  await purse.assertSound();
});

test("a void returns everything to where it came from", async () => {
  const purse = new Purse();
  await purse.fill(5, 100);
  await purse.fill(5, 200);
  const pendingId = id();
  await purse.move([
    pendingTransfer({ id: pendingId, debit: purse.account, credit: escrow(id()), unit, amount: 8 }),
  ]);
  await purse.move([voidPending({ id: id(), pendingId })]);
  assert.deepEqual(await purse.lots(), [5, 5]);
  await purse.assertSound();
});

test("a reversal returns to the lots it came from, in parts and never more than was spent", async () => {
  const purse = new Purse();
  await purse.fill(5, 100);
  await purse.fill(5, 200);
  const held = escrow(id());
  const reverses = await purse.spend(8, held);
  const back = (amount: number) =>
    reversal({ id: id(), reverses, debit: held, credit: purse.account, unit, amount });
  await purse.move([back(4)]);
  assert.deepEqual(await purse.lots(), [1, 5]);
  await purse.move([back(4)]);
  assert.deepEqual(await purse.lots(), [5, 5]);
  await purse.spend(2, held);
  await assert.rejects(purse.move([back(1)]), { code: "money.transfer_reversed" });
  await purse.assertSound();
});

test("ten reversals of one spending at once bring it back once", async () => {
  const purse = new Purse();
  await purse.fill(10, 100);
  const held = escrow(id());
  const reverses = await purse.spend(10, held);
  // The escrow holds enough for all of them, so that only the spending itself can refuse.
  await purse.move([transfer({ id: id(), debit: issued, credit: held, unit, amount: 100 })]);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      purse.move([reversal({ id: id(), reverses, debit: held, credit: purse.account, unit, amount: 10 })]),
    ),
  );
  assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
  assert.deepEqual(await purse.lots(), [10]);
  await purse.assertSound();
});

test("a grant that is taken back leaves other lots alone, and fails when its own was spent", async () => {
  const purse = new Purse();
  const first = await purse.fill(10, 100);
  await purse.fill(10, 200);
  await purse.spend(4);
  const takeBack = (amount: number) =>
    reversal({ id: id(), reverses: first, debit: purse.account, credit: issued, unit, amount });
  await assert.rejects(purse.move([takeBack(10)]), { code: "money.balance_too_low" });
  await purse.move([takeBack(6)]);
  assert.deepEqual(await purse.lots(), [0, 10]);
  await purse.assertSound();
});

test("what is left expires; what is in escrow does not, and comes back with time to spend it", async () => {
  const purse = new Purse();
  const lot = await purse.fill(10, 100);
  const held = escrow(id());
  const reverses = await purse.spend(6, held);
  await purse.watch(lot, inDays(100));
  assert.equal(await purse.available(), 0);
  await purse.move(
    [reversal({ id: id(), reverses, debit: held, credit: purse.account, unit, amount: 6 })],
    inDays(110),
  );
  assert.equal(await purse.available(), 6);
  const timers = await house.inspect(
    (scope) => scope.read<{ dueAt: Date }>`
      select due_at from timers where tenant_id = ${purse.tenant.id} and subject_id = ${lot} and state = 'pending'`,
    { tenant: purse.tenant },
  );
  assert.deepEqual(
    timers.map(({ dueAt }) => dueAt.toISOString()),
    [inDays(133).toISOString()],
  );
  await purse.watch(lot, inDays(133));
  assert.equal(await purse.available(), 6);
  await purse.watch(lot, inDays(140));
  assert.equal(await purse.available(), 0);
  await purse.assertSound();
});

test("warnings are announced 30, 7 and 1 days before, as long as something is left", async () => {
  const purse = new Purse();
  const lot = await purse.fill(10, 100);
  for (const day of [70, 93]) await purse.watch(lot, inDays(day));
  await purse.spend(10);
  await purse.watch(lot, inDays(99));
  const admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ days: number }>(
    `select (fact ->> 'daysLeft')::int as days from outbox
     where tenant_id = $1 and name = 'credits.expiring' order by id`,
    [purse.tenant.id],
  );
  await admin.end();
  assert.deepEqual(
    rows.map((each) => each.days),
    [30, 7],
  );
});

test("400 spend 1 of a balance of 100 at once: exactly 100 succeed", async () => {
  const purse = new Purse();
  await purse.fill(40, 100);
  await purse.fill(60, 200);
  const outcomes = await Promise.allSettled(Array.from({ length: 400 }, () => purse.spend(1)));
  const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  assert.equal(refusals.length, 300);
  assert.deepEqual([...new Set(refusals)], ["money.balance_too_low"]);
  assert.deepEqual(await purse.lots(), [0, 0]);
  await purse.assertSound();
});
