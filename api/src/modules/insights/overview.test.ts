import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { EventSink } from "../../../test/event-sink.ts";
import { TestHouse } from "../../../test/house.ts";
import { operatorHeaders } from "../../../test/isolation/sign-in.ts";
import { buildCast, type Cast } from "../../../test/isolation/world.ts";

let house: TestHouse;
let sink: EventSink;
let admin: pg.Client;
let cast: Cast;

interface Overview {
  readonly date: string;
  readonly timeZone: string;
  readonly attention: Record<string, unknown> & { tasks: { kind: string; subjectId: string }[] | null };
  readonly bookings: {
    today: number;
    week: number;
    coming: { id: string; hostName: string | null; clientName: string | null; startsAt: string }[];
  } | null;
  readonly income:
    | { currency: string; receivedMinor: number; refundedMinor: number; days: { date: string }[] }[]
    | null;
}

before(async () => {
  house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  sink = await EventSink.start();
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
  cast = await buildCast(house, {
    word: "kestrelia",
    hooksUrl: sink.url,
    operator: await operatorHeaders(house),
  });
});
after(async () => {
  await admin?.end();
  await house?.close();
  await sink?.stop();
  assert.deepEqual(house.bugs, []);
});

const overview = (headers: Record<string, string>) =>
  house.ok<Overview>("insights.getOverview", {}, { headers });

describe("insights.getOverview", () => {
  test("200 what waits: failed webhooks and mails, applications, tasks of the system", async () => {
    const quiet = await overview(cast.headers.staff);
    const { tasks, ...counts } = quiet.attention;
    assert.deepEqual(counts, {
      failedDeliveries: 0,
      failedMails: 0,
      waitingApplications: 2,
      waitingGigs: 0,
      waitingPayouts: 1,
      quarantinedFiles: 2,
    });
    assert.deepEqual(
      tasks?.map(({ kind }) => kind),
      ["jobs.failed"],
    );

    const { id: tenantId } = cast.site.live;
    await admin.query("update webhook_deliveries set state = 'failed' where tenant_id = $1 and id = $2", [
      tenantId,
      cast.ids.delivery,
    ]);
    await admin.query(
      "update notification_deliveries set state = 'failed' where tenant_id = $1 and id = $2",
      [tenantId, cast.ids.mail],
    );
    await admin.query(
      `insert into operator_tasks (tenant_id, id, kind, subject_id, note_code, state, created_at)
       values ($1, gen_random_uuid(), 'money.amount_differs', $2, 'money.amount_differs', 'open', now())`,
      [tenantId, cast.ids.payment],
    );
    const { attention } = await overview(cast.headers.staff);
    assert.equal(attention["failedDeliveries"], 1);
    assert.equal(attention["failedMails"], 1);
    assert.deepEqual(
      attention.tasks?.slice(1).map(({ kind, subjectId }) => ({ kind, subjectId })),
      [{ kind: "money.amount_differs", subjectId: cast.ids.payment }],
    );
  });

  test("200 what comes, soonest first and with names, without what was cancelled", async () => {
    const { bookings } = await overview(cast.headers.staff);
    const starts = bookings!.coming.map(({ startsAt }) => startsAt);
    assert.deepEqual(starts, starts.toSorted());
    assert.ok(bookings!.coming.some(({ id }) => id === cast.ids.booking));
    for (const { hostName, clientName } of bookings!.coming)
      assert.deepEqual(
        { hostName, clientName },
        { hostName: "coach kestrelia", clientName: "client kestrelia" },
      );
    assert.equal(bookings!.today, 0);
    assert.equal(bookings!.week, bookings!.coming.length);
  });

  test("200 income by currency with every one of thirty dates", async () => {
    const { income, date } = await overview(cast.headers.staff);
    const [euro, ...rest] = income!;
    assert.deepEqual(rest, []);
    assert.equal(euro!.currency, "EUR");
    assert.equal(euro!.receivedMinor, 4500);
    assert.equal(euro!.refundedMinor, 100);
    assert.equal(euro!.days.length, 30);
    assert.equal(euro!.days.at(-1)!.date, date);
  });

  test("200 nothing of what the caller may not see", async () => {
    const { token } = await house.ok<{ token: string }>(
      "tenancy.createKey",
      { kind: "secret", name: "narrow", scopes: ["insights.view_overview", "people.view"] },
      { headers: cast.headers.staff },
    );
    const seen = await overview({ Authorization: `Bearer ${token}` });
    assert.deepEqual(seen.attention, {
      failedDeliveries: null,
      failedMails: null,
      waitingApplications: 2,
      waitingGigs: null,
      waitingPayouts: null,
      quarantinedFiles: null,
      tasks: null,
    });
    assert.equal(seen.bookings, null);
    assert.equal(seen.income, null);
  });

  test("200 nothing of another site, 403 for a key without the permission", async () => {
    const other = await house.site();
    const { attention, bookings, income } = await overview(await other.staff());
    assert.deepEqual(attention, {
      failedDeliveries: 0,
      failedMails: 0,
      waitingApplications: 0,
      waitingGigs: 0,
      waitingPayouts: 0,
      quarantinedFiles: 0,
      tasks: [],
    });
    assert.deepEqual(bookings, { today: 0, week: 0, coming: [] });
    assert.deepEqual(income, []);
  });
});
