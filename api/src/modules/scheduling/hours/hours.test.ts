import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { type SessionOffer } from "../models/session-offer.ts";
import { buildBooking, buildHost, buildMember, buildOffer } from "../testing.ts";

interface Hours {
  readonly hostId: string;
  readonly timeZone: string;
  readonly hours: readonly object[];
}

const nine = { weekday: 1, startMinute: 540, endMinute: 720 };
const berlin = { timeZone: "Europe/Berlin", hours: [nine] };

describe("hours and absences", () => {
  let house: TestHouse;
  let site: TestSite;
  let me: Record<string, string>;
  let stranger: Record<string, string>;
  let buyer: Record<string, string>;
  let hostId: string;
  let offer: SessionOffer;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
    await house.within(site.live, async (scope) => {
      hostId = (await buildHost(scope)).id;
      offer = await buildOffer(scope, hostId);
      stranger = site.actingFor((await buildHost(scope)).id);
      buyer = site.actingFor((await buildMember(scope)).id);
    });
    me = site.actingFor(hostId);
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  // Mondays of 2030; Berlin is an hour ahead of UTC on the first, two on the second.
  const startsOn = async (from: string, until: string): Promise<string[]> => {
    const input = { offerIds: [offer.id], from: `${from}T00:00:00Z`, until: `${until}T00:00:00Z` };
    const { items } = await house.ok<{ items: { startsAt: string[] }[] }>("scheduling.listSlots", input, {
      headers: site.visitor,
    });
    return items[0]?.startsAt.map((start) => start.slice(5, 16)) ?? [];
  };

  it("200 hours of a host in their own zone, on both sides of a clock change; 200 an empty week for a member without any", async () => {
    const saved = await house.ok<Hours>(
      "scheduling.replaceHours",
      { ...berlin, timeZone: "europe/berlin" },
      { headers: me },
    );
    assert.deepEqual(saved, {
      hostId,
      timeZone: "Europe/Berlin",
      isAccepting: true,
      hours: [{ ...nine, validFrom: null, validUntil: null }],
      stays: [],
      version: 1,
    });
    assert.deepEqual(await house.ok("scheduling.getHours", {}, { headers: me }), saved);
    assert.deepEqual(await startsOn("2030-03-25", "2030-04-02"), [
      ...["08:00", "09:00", "10:00"].map((at) => `03-25T${at}`),
      ...["07:00", "08:00", "09:00"].map((at) => `04-01T${at}`),
    ]);
    const none = await house.ok<Hours>("scheduling.getHours", {}, { headers: buyer });
    assert.deepEqual([none.timeZone, none.hours], ["UTC", []]);
  });

  it("403 hours, absences and offers of somebody who only buys", async () => {
    const asBuyer = { headers: buyer };
    for (const [path, input] of [
      ["scheduling.replaceHours", berlin],
      ["scheduling.createVacation", { from: "2030-05-01", until: "2030-05-02" }],
      ["scheduling.createOffer", { title: "Talk", minutes: 30, price: { amountMinor: 0, currency: "EUR" } }],
    ] as const)
      assert.equal(await house.refused(path, input, asBuyer), "403 request.forbidden", path);
  });

  it("409 hours that overlap, also past midnight and only within their dates", async () => {
    const replace = (...hours: object[]) =>
      house.refused("scheduling.replaceHours", { timeZone: "UTC", hours }, { headers: me });
    assert.equal(
      await replace(nine, { ...nine, startMinute: 719, endMinute: 800 }),
      "409 scheduling.hours_overlap",
    );
    const night = { weekday: 7, startMinute: 1380, endMinute: 1981 };
    assert.equal(await replace(nine, night), "409 scheduling.hours_overlap");
    const summer = { ...nine, validFrom: "2030-06-01", validUntil: "2030-08-31" };
    await house.ok(
      "scheduling.replaceHours",
      { ...berlin, hours: [{ ...nine, validUntil: "2030-05-31" }, summer] },
      { headers: me },
    );
    await house.ok("scheduling.replaceHours", berlin, { headers: me });
  });

  it("409 hours written on an older version; of many who write on one version one is kept", async () => {
    const own = { headers: site.actingFor((await house.within(site.live, buildHost)).id) };
    const { version } = await house.ok<{ version: number }>("scheduling.getHours", {}, own);
    const together = await Promise.all(
      [1, 2, 3, 4].map((weekday) =>
        house.call("scheduling.replaceHours", { ...berlin, hours: [{ ...nine, weekday }], version }, own),
      ),
    );
    assert.deepEqual(
      together.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    );
    assert.equal(
      await house.refused("scheduling.replaceHours", { ...berlin, version }, own),
      "409 request.conflict",
    );
    await house.ok("scheduling.replaceHours", { ...berlin, version: version + 1 }, own);
    await house.ok("scheduling.replaceHours", berlin, own);
  });

  it("400 a zone, hours, dates or a weekday that do not exist, and words where numbers belong", async () => {
    for (const wrong of [
      { timeZone: "Europe/Atlantis" },
      { timeZone: "BST" },
      { timeZone: "+02:00" },
      { hours: [{ ...nine, endMinute: 540 }] },
      { hours: [{ ...nine, startMinute: 0, endMinute: 1441 }] },
      { hours: [{ ...nine, weekday: 0 }] },
      { hours: [{ ...nine, weekday: "1" }] },
      { hours: [{ ...nine, startMinute: null }] },
      { hours: [{ ...nine, validFrom: "2030-02-29" }] },
      { hours: [{ ...nine, validFrom: "2030-03-02", validUntil: "2030-03-01" }] },
      { hours: [{ ...nine, note: "hello" }] },
      { stays: [{ timeZone: "Asia/Tokyo", from: "2030-03-02", until: "2030-03-01" }] },
      { isAccepting: "false" },
    ]) {
      const refused = await house.refused(
        "scheduling.replaceHours",
        { ...berlin, ...wrong },
        { headers: me },
      );
      assert.equal(refused, "400 request.invalid_input", JSON.stringify(wrong));
    }
  });

  it("404 the calendar of somebody else, of another tenant's member and of nobody; 200 by the team", async () => {
    const elsewhere = await house.site();
    for (const headers of [stranger, elsewhere.server, await elsewhere.staff()]) {
      assert.equal(
        await house.refused("scheduling.replaceHours", { hostId, ...berlin }, { headers }),
        "404 request.not_found",
      );
    }
    assert.equal(
      await house.refused("scheduling.getHours", { hostId }, { headers: stranger }),
      "404 request.not_found",
    );
    const theirs = await house.ok<Hours>(
      "scheduling.replaceHours",
      { hostId, ...berlin },
      { headers: await site.staff() },
    );
    assert.equal(theirs.hostId, hostId);
    assert.equal(
      await house.refused("scheduling.getHours", {}, { headers: site.server }),
      "400 request.invalid_input",
    );
    assert.equal(
      await house.refused("scheduling.getHours", {}, { headers: site.visitor }),
      "401 request.unauthenticated",
    );
  });

  it("200 one date has other hours or none, until they are deleted by whom they belong to", async () => {
    const create = (hours: object[]) =>
      house.ok<{ id: string }>("scheduling.createOverride", { date: "2030-03-25", hours }, { headers: me });
    await create([{ startMinute: 600, endMinute: 660 }]);
    assert.deepEqual(await startsOn("2030-03-25", "2030-03-26"), ["03-25T09:00"]);
    const { id } = await create([]);
    assert.deepEqual(await startsOn("2030-03-25", "2030-03-26"), []);
    const { items } = await house.ok<{ items: object[] }>(
      "scheduling.listOverrides",
      { from: "2030-01-01" },
      { headers: me },
    );
    assert.deepEqual(items, [{ id, hostId, date: "2030-03-25", hours: [] }]);
    assert.equal(
      await house.refused("scheduling.deleteOverride", { id }, { headers: stranger }),
      "404 request.not_found",
    );
    await house.ok("scheduling.deleteOverride", { id }, { headers: me });
    assert.equal((await startsOn("2030-03-25", "2030-03-26")).length, 3);
  });

  it("200 a vacation takes the slots of its dates and answers the bookings inside, which stay", async () => {
    const inside = await house.within(site.live, async (scope) => {
      const client = await buildMember(scope);
      const book = (at: string, isPending = false) =>
        buildBooking(scope, offer, { clientId: client.id, startsAt: new Date(at), isPending });
      // 23:30 UTC on the 10th is the 11th in Berlin; the zone of these bookings is UTC, as built.
      await book("2030-06-09T20:00:00Z");
      const first = await book("2030-06-09T23:30:00Z");
      const second = await book("2030-06-11T08:00:00Z", true);
      await book("2030-06-12T00:00:00Z");
      return [first.id, second.id];
    });
    const dates = { from: "2030-06-10", until: "2030-06-11" };
    const vacation = await house.ok<{ id: string; bookings: { id: string }[] }>(
      "scheduling.createVacation",
      dates,
      { headers: me },
    );
    assert.deepEqual(
      vacation.bookings.map(({ id }) => id),
      inside,
    );
    assert.deepEqual(await startsOn("2030-06-10", "2030-06-12"), []);
    const listed = await house.ok<{ items: object[] }>("scheduling.listVacations", {}, { headers: me });
    assert.deepEqual(listed.items, [{ id: vacation.id, hostId, ...dates }]);
    const { id } = vacation;
    assert.equal(
      await house.refused("scheduling.deleteVacation", { id }, { headers: stranger }),
      "404 request.not_found",
    );
    await house.ok("scheduling.deleteVacation", { id }, { headers: me });
    assert.equal((await startsOn("2030-06-10", "2030-06-11")).length, 3);
    const inverted = { from: "2030-06-11", until: "2030-06-10" };
    assert.equal(
      await house.refused("scheduling.createVacation", inverted, { headers: me }),
      "400 request.invalid_input",
    );
  });

  it("200 the team closes the site for everybody; 403 members", async () => {
    const holiday = { name: "New Year", from: "2030-03-25", until: "2030-03-25" };
    assert.equal(
      await house.refused("scheduling.createClosure", holiday, { headers: me }),
      "403 request.forbidden",
    );
    const headers = await site.staff();
    const { id } = await house.ok<{ id: string }>("scheduling.createClosure", holiday, { headers });
    assert.deepEqual(await startsOn("2030-03-25", "2030-03-26"), []);
    const { items } = await house.ok<{ items: object[] }>("scheduling.listClosures", {}, { headers: me });
    assert.deepEqual(items, [{ id, ...holiday }]);
    const elsewhere = await house.site();
    assert.equal(
      await house.refused("scheduling.deleteClosure", { id }, { headers: elsewhere.server }),
      "404 request.not_found",
    );
    await house.ok("scheduling.deleteClosure", { id }, { headers: site.server });
    assert.equal((await startsOn("2030-03-25", "2030-03-26")).length, 3);
  });
});
