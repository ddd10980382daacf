import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { cancel } from "./bookings/changes.ts";
import { Vacation } from "./models/vacation.ts";
import { personalData } from "./personal-data.ts";
import { buildBooking, buildMember, buildOpenHost } from "./testing.ts";

describe("a member's data in scheduling", () => {
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
  });
  after(() => house.close());
  const write = <Result>(work: (scope: Scope) => Promise<Result>) => house.within(site.live, work);

  it("is handed out whole, waits for open bookings, and is gone afterwards but for the bookings of others", async () => {
    const { host, offer, client } = await write(async (scope) => ({
      ...(await buildOpenHost(scope)),
      client: await buildMember(scope),
    }));
    const booking = await write(async (scope) => {
      await scope.query(Vacation).insert({ hostId: host.id, fromOn: "2030-01-01", untilOn: "2030-01-02" });
      return buildBooking(scope, offer, { clientId: client.id, startsAt: new Date("2030-03-04T10:00:00Z") });
    });
    const exported = (await write((scope) => personalData.export(scope, host.id))) as Record<
      string,
      unknown[]
    >;
    assert.deepEqual(
      Object.fromEntries(
        Object.entries(exported).map(([kind, rows]) => [kind, Array.isArray(rows) ? rows.length : rows]),
      ),
      {
        calendar: { timeZone: "UTC", isAccepting: true },
        hours: 7,
        stays: 0,
        vacations: 1,
        overrides: 0,
        offers: 1,
        holds: 0,
        bookings: 1,
      },
    );
    for (const id of [host.id, client.id]) {
      const blockers = await write((scope) => personalData.blockers(scope, id));
      assert.deepEqual(blockers, ["Bookings of this member are still to come or to be completed."]);
    }
    await write((scope) => cancel(scope, booking, { by: "provider", reason: "I am ill" }));
    assert.deepEqual(await write((scope) => personalData.blockers(scope, host.id)), []);
    await write((scope) => personalData.erase(scope, host.id));
    const left = (await write((scope) => personalData.export(scope, host.id))) as Record<string, unknown[]>;
    assert.deepEqual([left["hours"], left["vacations"], left["offers"]], [[], [], []]);
    const seen = await house.ok<{ cancelled: object }>(
      "scheduling.getBooking",
      { id: booking.id },
      { headers: site.actingFor(client.id) },
    );
    assert.deepEqual(seen.cancelled, { ...seen.cancelled, by: "provider", reason: null });
  });
});
