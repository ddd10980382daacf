import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { TestHouse } from "../../../test/house.ts";
import { keyed, OrderDesk } from "../orders/testing.ts";

let house: TestHouse;
let admin: pg.Client;
let desk: OrderDesk;

before(async () => {
  house = await TestHouse.open();
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  desk = await OrderDesk.open(house);
});
after(async () => {
  await admin?.end();
  await house?.close();
});

interface Task {
  readonly id: string;
  readonly kind: string;
}

const tasks = async () => {
  const { attention } = await house.ok<{ attention: { tasks: Task[] } }>(
    "insights.getOverview",
    {},
    { headers: desk.office },
  );
  return attention.tasks;
};

/** From now on jobs of a name stand in the queue as quarantined ones do, until they are let through. */
const setAside = (name: string) =>
  admin.query(`
    create function set_aside() returns trigger language plpgsql as $$
    begin
      if (select identifier from graphile_worker._private_tasks where id = new.task_id) = '${name}' then
        new.attempts := new.max_attempts;
        new.priority := 10;
      end if;
      return new;
    end $$;
    create trigger set_aside before insert on graphile_worker._private_jobs for each row execute function set_aside();`);
const letThrough = () =>
  admin.query("drop trigger set_aside on graphile_worker._private_jobs; drop function set_aside();");

test("200 a paid order that was cancelled while the news of its payment was set aside gets its money back when that is run again", async () => {
  await setAside("orders.take_payment");
  const order = await desk.place();
  await desk.pay(order);
  const task = await house.until("the task", async () =>
    (await tasks()).find(({ kind }) => kind === "jobs.quarantined"),
  );
  await letThrough();
  assert.deepEqual(
    await house.refused("insights.retryJob", { id: order.id }, retry()),
    "404 request.not_found",
  );

  await desk.call(desk.client, "cancelOrder", { id: order.id });
  const cancelled = await desk.look(order);
  assert.equal(cancelled.state, "cancelled");
  assert.equal(cancelled.refundedMinor, 0);

  await house.ok("insights.retryJob", { id: task.id }, retry());
  await house.until(
    "the money to go back",
    async () => {
      const { state, refundedMinor } = await desk.look(order);
      return state === "cancelled" && refundedMinor === order.totalMinor;
    },
    // A process of its own starts first, on a busy machine.
    240_000,
  );
  assert.deepEqual(await tasks(), []);
  assert.deepEqual(await desk.purse(order), { escrow: 0, seller: 0, fees: 0 });
  const { rows } = await admin.query(
    "select from graphile_worker.jobs where task_identifier = 'orders.take_payment'",
  );
  assert.equal(rows.length, 0);
});

test("404 a task that is done, and one that is about no job", async () => {
  const { rows } = await admin.query<{ id: string }>("select id from operator_tasks where state = 'done'");
  assert.equal(
    await house.refused("insights.retryJob", { id: rows[0]!.id }, retry()),
    "404 request.not_found",
  );
  const { rows: other } = await admin.query<{ id: string }>(
    `insert into operator_tasks (tenant_id, id, kind, subject_id, note_code, state, created_at)
     values ($1, gen_random_uuid(), 'money.amount_differs', gen_random_uuid(), 'money.amount_differs', 'open', now())
     returning id`,
    [desk.tenant.id],
  );
  assert.equal(
    await house.refused("insights.retryJob", { id: other[0]!.id }, retry()),
    "404 request.not_found",
  );
});

const retry = () => ({ headers: keyed(desk.office) });
