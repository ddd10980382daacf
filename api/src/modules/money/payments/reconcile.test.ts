import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { openPayCounter, type PayCounter, workOff } from "../../../../test/pay-counter.ts";
import { wallClock } from "../../../platform/clock.ts";
import { days, plus } from "../../../platform/time.ts";
import { reconcileTimer } from "../ledger/reconcile.ts";
import { Payment } from "../models/payment.ts";
import { type MoneyHouse, openMoneyHouse } from "../testing.ts";

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

const reconcile = (now = wallClock()) =>
  house.transact(
    (scope) => reconcileTimer.run(scope, { subjectId: scope.tenant.id, dueAt: scope.now, payload: {} }),
    { now },
  );

const tasks = () =>
  house.inspect(
    (scope) => scope.read<{ kind: string; state: string; params: object }>`
    select kind, state, params from operator_tasks
    where tenant_id = ${scope.tenant.id} and kind in ('money.gateway_differs', 'money.books_differ') order by created_at`,
  );

const nights = () =>
  house.inspect(
    (scope) => scope.read<{ dueAt: Date }>`
    select due_at from timers where tenant_id = ${scope.tenant.id} and kind = 'money.reconcile' and state = 'pending'`,
  );

/** What nobody but a fault of ours could do. */
async function tamper(statement: string, values: readonly unknown[]): Promise<void> {
  const admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  await admin.query("begin; alter table payments no force row level security");
  await admin.query(statement, [...values]);
  await admin.query("alter table payments force row level security; commit");
  await admin.end();
}

test("a payment has the books compared in the coming night; every difference is a task until it is gone", async () => {
  const { paymentId, url } = await counter.checkOut();
  await counter.pay(url, { card: "paid" });
  const deadline = performance.now() + 5000;
  const isPaid = async () =>
    (
      await house.inspect(
        (scope) => scope.read`
      select id from ${Payment} p where id = ${paymentId} and status = 'succeeded'`,
      )
    ).length === 1;
  while (!(await isPaid())) assert.ok(performance.now() < deadline, "The payment never arrived.");
  const [night] = await nights();
  assert.equal(night?.dueAt.toISOString().slice(11), "03:00:00.000Z");
  assert.ok(night.dueAt > wallClock() && night.dueAt <= plus(wallClock(), days(1)));

  await reconcile();
  assert.deepEqual(await tasks(), []);

  await tamper("update payments set captured_minor = captured_minor + 100 where id = $1", [paymentId]);
  await reconcile();
  await reconcile();
  assert.deepEqual(
    (await tasks()).map(({ kind, state, params }) => ({ kind, state, params })),
    [
      {
        kind: "money.gateway_differs",
        state: "open",
        params: { gateway: "test", currency: "EUR", ledgerMinor: 5000, paymentsMinor: 5100 },
      },
    ],
  );

  await tamper("update payments set captured_minor = captured_minor - 100 where id = $1", [paymentId]);
  await reconcile();
  assert.deepEqual(
    (await tasks()).map(({ state }) => state),
    ["done"],
  );
});

test("payments of the last two days are asked about again, older ones rest", async () => {
  await workOff(house);
  await reconcile();
  assert.ok((await workOff(house)).some(({ name }) => name === "payment.check_due"));
  await reconcile(plus(wallClock(), days(3)));
  assert.deepEqual(await workOff(house), []);
});
