import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { DoomedHouse, freePort } from "../../../test/doomed-house.ts";
import { TestHouse } from "../../../test/house.ts";
import { OrderDesk } from "../orders/testing.ts";
import { buildBooking } from "../scheduling/testing.ts";

test("a worker that is killed while it tells news has told nothing: the next one tells each reader once", async () => {
  // This one only looks: it does no work.
  const house = await TestHouse.open({ works: false });
  const doomed = new DoomedHouse(house, await freePort());
  const admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  try {
    const desk = await OrderDesk.open(house);
    await doomed.start();
    // The second reader's row waits, so that the job is in its middle when it dies.
    await admin.query(`
      create function linger() returns trigger language plpgsql as $$
        begin
          if (select count(*) from notifications) > 0 then perform pg_sleep(60); end if;
          return new;
        end $$;
      create trigger linger before insert on notifications for each row execute function linger();
    `);
    const startsAt = await desk.slot(2);
    await desk.as({ kind: "system", cause: "test" }, (scope) =>
      buildBooking(scope, desk.offer, { clientId: desk.client.id, startsAt }),
    );
    await house.until(
      "the job's middle",
      async () =>
        (await admin.query("select 1 from pg_stat_activity where wait_event = 'PgSleep'")).rows.length > 0,
    );
    await doomed.kill();
    await admin.query(`
      select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep';
      drop function linger cascade;
    `);
    const told = async () =>
      (
        await admin.query<{ member_id: string }>(
          "select member_id from notifications where name = 'booking_confirmed' order by member_id",
        )
      ).rows.map(({ member_id }) => member_id);
    assert.deepEqual(await told(), [], "what it had begun is undone");
    await doomed.start();
    const readers = [desk.client.id, desk.coach.id].toSorted();
    await house.until("both readers to be told", async () => (await told()).length >= 2);
    await house.until(
      "both mails",
      async () =>
        (
          await Promise.all([desk.client, desk.coach].map(({ email }) => house.mailsTo(desk.tenant, email)))
        ).every((mails) => mails.length > 0),
      30_000,
    );
    assert.deepEqual(await told(), readers);
    for (const { email } of [desk.client, desk.coach])
      assert.equal((await house.mailsTo(desk.tenant, email)).length, 1, email);
  } finally {
    await admin.end();
    await doomed.kill();
    await house.close();
  }
});
