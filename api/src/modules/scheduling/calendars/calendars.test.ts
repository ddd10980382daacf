import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import ICAL from "ical.js";
import supertest from "supertest";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { cancel } from "../bookings/changes.ts";
import { Booking } from "../models/booking.ts";
import { buildBooking, buildHost, buildMember, buildOffer } from "../testing.ts";

interface CalendarFile {
  readonly method: string;
  readonly filename: string;
  readonly text: string;
}

const startsAt = new Date("2030-03-04T10:00:00Z");

describe("calendars", () => {
  let house: TestHouse;
  let site: TestSite;
  let booking: Booking;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site("Northlight");
    booking = await book(startsAt);
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const book = (at: Date) =>
    house.within(site.live, async (scope) => {
      const client = await buildMember(scope, { name: "Ada", email: `ada-${at.getTime()}@example.com` });
      const host = await buildHost(scope);
      const offer = await buildOffer(scope, host.id, { title: "Plan, and do" });
      return buildBooking(scope, offer, { clientId: client.id, startsAt: at });
    });
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const read = (url: string) => supertest(house.house.url).get(new URL(url).pathname);
  const feedOf = async (memberId: string) =>
    (await house.ok<{ url: string }>("scheduling.getCalendarFeed", {}, { headers: site.actingFor(memberId) }))
      .url;

  it("200 an invitation for one of its people, without the other's address", async () => {
    const file = await house.ok<CalendarFile>(
      "scheduling.getCalendarFile",
      { id: booking.id },
      { headers: site.actingFor(booking.clientId) },
    );
    assert.equal(file.method, "REQUEST");
    const [event] = eventsIn(file.text);
    assert.equal(event?.uid, `${booking.id}@tessera`);
    assert.equal(event?.sequence, 2);
    assert.match(event?.summary ?? "", /^Plan, and do · Person \d+$/);
    assert.equal(event?.location, `${house.house.url}/meet/${booking.id}`);
    assert.deepEqual(
      event?.attendees.map((one) => one.getFirstValue()),
      [`mailto:ada-${startsAt.getTime()}@example.com`],
    );
    const hosts = await house.ok<CalendarFile>(
      "scheduling.getCalendarFile",
      { id: booking.id },
      { headers: site.actingFor(booking.hostId) },
    );
    assert.equal(eventsIn(hosts.text)[0]?.summary, "Plan, and do · Ada");
    assert.ok(!hosts.text.includes("ada-"));
  });

  it("200 once cancelled, the same event with a higher number is struck out", async () => {
    const { id, clientId } = await book(new Date("2030-03-05T10:00:00Z"));
    await house.within(site.live, async (scope) => {
      const booked = await scope.query(Booking).findOne({ id }).forUpdate();
      await cancel(scope, booked!, { by: "provider", reason: null });
    });
    const file = await house.ok<CalendarFile>(
      "scheduling.getCalendarFile",
      { id },
      { headers: site.actingFor(clientId) },
    );
    assert.equal(file.method, "CANCEL");
    const [event] = eventsIn(file.text);
    assert.deepEqual([event?.uid, event?.sequence], [`${id}@tessera`, 3]);
    assert.equal(event?.component.getFirstPropertyValue("status"), "CANCELLED");
    const feed = await read(await feedOf(clientId)).expect(200);
    assert.deepEqual(eventsIn(feed.text), []);
  });

  it("200 a feed of one's own bookings, for programs that send nothing but its address", async () => {
    const { headers, text } = await read(await feedOf(booking.hostId)).expect(200);
    assert.equal(headers["content-type"], "text/calendar; charset=utf-8");
    assert.deepEqual(
      eventsIn(text).map(({ uid }) => uid),
      [`${booking.id}@tessera`],
    );
    assert.deepEqual(eventsIn((await read(await feedOf(booking.clientId))).text).length, 1);
  });

  it("404 an address that was altered, is none of ours, or belongs to somebody who left", async () => {
    const url = await feedOf(booking.hostId);
    const last = url.at(-5)!;
    await read(`${url.slice(0, -5)}${last === "A" ? "B" : "A"}.ics`).expect(404);
    await read(url.slice(0, -4)).expect(404);
    await read(`${house.house.url}/calendars/.ics`).expect(404);
    await house.ok("identity.deactivateMember", { id: booking.hostId }, { headers: site.server });
    await read(url).expect(404);
  });
});
