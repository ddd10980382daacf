import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import supertest from "supertest";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Closure } from "../models/closure.ts";
import { DateOverride } from "../models/date-override.ts";
import { HostStay } from "../models/host-stay.ts";
import { Vacation } from "../models/vacation.ts";
import { buildBooking, buildHost, buildHours, buildMember, buildOffer, buildOpenHost } from "../testing.ts";
import { getOverlap } from "./get-overlap.ts";
import { listSlots } from "./list-slots.ts";

type Slots = Awaited<ReturnType<typeof listSlots.run>>;

describe("free slots", () => {
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const now = new Date("2026-03-01T00:00:00Z");
  const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
  const options = () => ({
    tenant: site.live,
    actor: { kind: "system", cause: "test" } as const,
    now,
    request,
  });
  const write = <Result>(work: (scope: Scope) => Promise<Result>) =>
    house.house.scopes.transact(options(), work);
  const slots = (offerIds: string[], from: string, until: string): Promise<Slots> =>
    house.house.scopes.inspect(options(), (scope) => listSlots.run(scope, { offerIds, from, until }));
  const starts = async (offerId: string, from: string, until: string): Promise<string[]> => {
    const { items } = await slots([offerId], from, until);
    return items[0]?.startsAt.map((start) => start.slice(5, 16)) ?? [];
  };

  it("200 the hours of the host, back to back, as the same instants for everybody", async () => {
    const { offer } = await write((scope) => buildOpenHost(scope, { timeZone: "Asia/Kolkata" }));
    const { items } = await slots([offer.id], "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z");
    assert.deepEqual(items, [
      {
        offerId: offer.id,
        startsAt: ["03:30", "04:30", "05:30", "06:30", "07:30", "08:30", "09:30", "10:30"].map(
          (clock) => `2026-03-02T${clock}:00.000Z`,
        ),
      },
    ]);
  });

  it("200 by the publishable key alone, never kept by a cache", async () => {
    const { offer } = await write((scope) => buildOpenHost(scope));
    const query = `offerIds=${offer.id}&from=2030-03-04T00:00:00Z&until=2030-03-05T00:00:00Z&key=${site.keys.publishableKey}`;
    const { headers, body } = await supertest(house.house.url)
      .get(`/api/v1/scheduling/slots?${query}`)
      .expect(200);
    assert.match(headers["cache-control"] ?? "", /^public, max-age=0/);
    assert.equal((body as Slots).items[0]?.startsAt.length, 8);
  });

  it("the clock of the server's zone changes nothing", async () => {
    const { offer } = await write((scope) => buildOpenHost(scope, { timeZone: "America/New_York" }));
    const zone = process.env["TZ"];
    const answers: string[] = [];
    for (const server of ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Apia"]) {
      process.env["TZ"] = server;
      answers.push(JSON.stringify(await slots([offer.id], "2026-03-06T00:00:00Z", "2026-03-10T00:00:00Z")));
    }
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    assert.equal(new Set(answers).size, 1);
    assert.match(
      answers[0]!,
      /2026-03-07T14:00.*2026-03-08T13:00/,
      "09:00 is an hour earlier once the clocks have changed",
    );
  });

  it("a booking, a day off, hours of one date, a vacation and a closure take their slots away", async () => {
    const { host, offer } = await write((scope) =>
      buildOpenHost(scope, { bufferAfterMinutes: 30, stepMinutes: 30 }),
    );
    await write(async (scope) => {
      const client = await buildMember(scope);
      await buildBooking(scope, offer, { clientId: client.id, startsAt: new Date("2026-03-02T12:00:00Z") });
      const hostId = host.id;
      await scope.query(DateOverride).insert({ hostId, dateOn: "2026-03-03", hours: [] });
      await scope
        .query(DateOverride)
        .insert({ hostId, dateOn: "2026-03-04", hours: [{ startMinute: 1200, endMinute: 1290 }] });
      await scope.query(Vacation).insert({ hostId, fromOn: "2026-03-05", untilOn: "2026-03-06" });
    });
    assert.deepEqual(await starts(offer.id, "2026-03-02T09:00:00Z", "2026-03-07T00:00:00Z"), [
      // The buffer after each of the two sessions keeps them half an hour apart.
      ...["09:00", "09:30", "10:00", "10:30", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00"].map(
        (at) => `03-02T${at}`,
      ),
      ...["20:00", "20:30"].map((at) => `03-04T${at}`),
    ]);
    const closed = await write(
      async (scope) =>
        await scope.query(Closure).insert({ name: "Moving", fromOn: "2026-03-02", untilOn: "2026-03-02" }),
    );
    assert.deepEqual(await starts(offer.id, "2026-03-02T09:00:00Z", "2026-03-03T00:00:00Z"), []);
    await write(async (scope) => void (await scope.query(Closure).where({ id: closed.id }).delete()));
  });

  it("a stay elsewhere moves the hours to its zone", async () => {
    const { host, offer } = await write((scope) =>
      buildOpenHost(scope, { timeZone: "Europe/Berlin", minutes: 480 }),
    );
    await write(
      async (scope) =>
        await scope
          .query(HostStay)
          .insert({ hostId: host.id, timeZone: "Asia/Tokyo", fromOn: "2026-03-03", untilOn: "2026-03-03" }),
    );
    assert.deepEqual(await starts(offer.id, "2026-03-02T00:00:00Z", "2026-03-05T00:00:00Z"), [
      "03-02T08:00",
      "03-03T00:00",
      "03-04T08:00",
    ]);
  });

  it("notice, horizon and limits are the offer's", async () => {
    const { host, offer } = await write((scope) =>
      buildOpenHost(scope, {
        noticeMinutes: 2880,
        horizon: { kind: "days", days: 3 },
        limits: { bookings: { day: 1 } },
      }),
    );
    const other = await write((scope) => buildOffer(scope, host.id));
    const client = await write((scope) => buildMember(scope));
    const day = async (offerId: string, date: string) =>
      (await starts(offerId, `${date}T00:00:00Z`, `${date}T23:00:00Z`)).length;
    assert.deepEqual(
      [
        await day(offer.id, "2026-03-02"),
        await day(offer.id, "2026-03-03"),
        await day(offer.id, "2026-03-05"),
      ],
      [0, 8, 0],
    );
    await write((scope) =>
      buildBooking(scope, offer, { clientId: client.id, startsAt: new Date("2026-03-04T09:00:00Z") }),
    );
    assert.equal(await day(offer.id, "2026-03-04"), 0, "the day is full");
    assert.equal(await day(other.id, "2026-03-04"), 7, "another offer of the host has its own limits");
  });

  it("hosts who are hidden or take nobody, and offers that were withdrawn, have none", async () => {
    const { host, offer } = await write((scope) => buildOpenHost(scope));
    const range = ["2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"] as const;
    const off = async (changes: { isAccepting?: boolean; isListed?: boolean }) => {
      const hidden = await write((scope) => buildHost(scope, changes));
      await write((scope) => buildHours(scope, hidden.id));
      return (await write((scope) => buildOffer(scope, hidden.id))).id;
    };
    const withdrawn = await write((scope) => buildOffer(scope, host.id, { isActive: false }));
    const ids = [await off({ isAccepting: false }), await off({ isListed: false }), withdrawn.id, offer.id];
    assert.deepEqual(
      (await slots(ids, ...range)).items.map(({ offerId }) => offerId),
      [offer.id],
    );
  });

  it("at most four statements, however many hosts", async () => {
    const offers = await write(async (scope) => {
      const ids: string[] = [];
      for (let i = 0; i < 20; i++)
        ids.push((await buildOpenHost(scope, { limits: { bookings: { week: 9 } } })).offer.id);
      return ids;
    });
    const counted = countStatements();
    const { items } = await slots(offers, "2026-03-02T00:00:00Z", "2026-05-03T00:00:00Z");
    assert.equal(items.length, 20);
    assert.equal(counted.stop(), 4);
  });

  it("400 more than 62 days, nothing between, a year beyond ours, no offer, or more than 50", async () => {
    const id = "0195f000-0000-7000-8000-000000000001";
    const from = "2026-03-02T00:00:00Z";
    for (const input of [
      { offerIds: [id], from, until: "2026-05-03T00:00:01Z" },
      { offerIds: [id], from, until: from },
      { offerIds: [id], from: "1899-01-01T00:00:00Z", until: "1899-01-02T00:00:00Z" },
      { offerIds: [id], from: "9998-01-01T00:00:00Z", until: "9998-01-02T00:00:00Z" },
      { offerIds: [id], from: "2026-02-30T00:00:00Z", until: "2026-03-02T00:00:00Z" },
      { offerIds: [], from, until: "2026-03-03T00:00:00Z" },
      { offerIds: Array.from({ length: 51 }, () => id), from, until: "2026-03-03T00:00:00Z" },
    ]) {
      assert.equal(
        await house.refused("scheduling.listSlots", input, { headers: site.visitor }),
        "400 request.invalid_input",
      );
    }
  });

  it("another tenant's offer has no slots, like one that does not exist", async () => {
    const { offer } = await write((scope) => buildOpenHost(scope));
    const elsewhere = await house.site();
    const input = { offerIds: [offer.id], from: "2030-03-02T00:00:00Z", until: "2030-03-03T00:00:00Z" };
    assert.deepEqual(await house.ok("scheduling.listSlots", input, { headers: elsewhere.visitor }), {
      items: [],
    });
    const here = await house.ok<Slots>("scheduling.listSlots", input, { headers: site.visitor });
    assert.equal(here.items.length, 1);
  });

  it("the time two people have in common, by both calendars and what is taken of them", async () => {
    const [one, other] = await write(async (scope) => {
      const early = await buildOpenHost(scope, { timeZone: "Europe/Berlin" });
      const late = await buildOpenHost(scope, { timeZone: "Europe/London" });
      const client = await buildMember(scope);
      await buildBooking(scope, late.offer, {
        clientId: client.id,
        startsAt: new Date("2026-03-02T10:00:00Z"),
      });
      return [early.host, late.host];
    });
    const input = {
      withHostId: other.id,
      minutes: 60,
      from: "2026-03-02T00:00:00Z",
      until: "2026-03-09T00:00:00Z",
    };
    const headers = site.actingFor(one.id);
    const overlap = await house.ok<{ minutesPerWeek: number; startsAt: string[] }>(
      "scheduling.getOverlap",
      input,
      { headers },
    );
    assert.equal(overlap.minutesPerWeek, 7 * 7 * 60);
    const inPast = await house.house.scopes.inspect(
      {
        ...options(),
        actor: {
          kind: "member",
          memberId: one.id,
          roles: [],
          pendingRoles: [],
          sessionId: null,
          visitorId: null,
        },
      },
      (scope) => getOverlap.run(scope, input),
    );
    const monday = inPast.startsAt.filter((start) => start.startsWith("2026-03-02"));
    assert.deepEqual(
      monday.map((start) => start.slice(11, 16)),
      ["09:00", "11:00", "12:00", "13:00", "14:00", "15:00"],
    );
    const stranger = { ...input, hostId: other.id };
    assert.equal(
      await house.refused("scheduling.getOverlap", stranger, { headers }),
      "404 request.not_found",
    );
  });
});

/** Counts the statements that this process sends, without those that open and close transactions. */
function countStatements(): { stop: () => number } {
  const client = pg.Client.prototype as unknown as { query: (config: { text?: string }) => unknown };
  const { query } = client;
  let count = 0;
  client.query = function counted(config) {
    if (!/^(begin|commit|select set_config)/.test(config.text ?? "")) count += 1;
    return query.apply(this, [config]);
  };
  return {
    stop: () => {
      client.query = query;
      return count;
    },
  };
}
