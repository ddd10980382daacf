import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { type Actor } from "../../../platform/scope/actor.ts";
import { Member } from "../../identity/index.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, minutes, plus } from "../../../platform/time.ts";
import { type SessionOffer } from "../models/session-offer.ts";
import { listSlots } from "../slots/list-slots.ts";
import { buildBooking, buildMember, buildOpenHost } from "../testing.ts";
import { addPastSession } from "./add-past-session.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { completeBooking } from "./complete-booking.ts";
import { joinBooking } from "./join-booking.ts";

interface BookingView {
  readonly id: string;
  readonly state: string;
  readonly startsAt: string;
  readonly meetingLink: string | null;
  readonly cancelled: { readonly by: string; readonly reason: string | null } | null;
}
interface Page {
  readonly items: readonly BookingView[];
  readonly nextCursor: string | null;
}

const now = new Date("2026-03-01T00:00:00Z");
const startsAt = new Date("2026-03-02T10:00:00Z");
const orderId = "0195f000-0000-7000-8000-00000000aaaa";

describe("bookings", () => {
  let house: TestHouse;
  let site: TestSite;
  let offer: SessionOffer;
  let hostId: string;
  let clientId: string;
  let strangerId: string;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
    await write(async (scope) => {
      ({
        host: { id: hostId },
        offer,
      } = await buildOpenHost(scope));
      clientId = (await buildMember(scope)).id;
      strangerId = (await buildMember(scope)).id;
    });
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const as = <Result>(actor: Actor, work: (scope: Scope) => Promise<Result>, at = now): Promise<Result> => {
    const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
    return house.house.scopes.transact({ tenant: site.live, actor, now: at, request }, work);
  };
  const write = <Result>(work: (scope: Scope) => Promise<Result>) =>
    as({ kind: "system", cause: "test" }, work);
  const member = (memberId: string): Actor => ({
    kind: "member",
    memberId,
    roles: [],
    pendingRoles: [],
    sessionId: null,
    visitorId: null,
  });
  const book = (at: Date, changes: { orderId?: string; isPending?: boolean } = {}) =>
    write((scope) => buildBooking(scope, offer, { clientId, startsAt: at, ...changes }));

  it("200 to its client, its host, the team and the server; 404 to everybody else, like one that does not exist", async () => {
    const { id } = await book(startsAt);
    for (const headers of [
      site.actingFor(clientId),
      site.actingFor(hostId),
      site.server,
      await site.staff(),
    ]) {
      const booking = await house.ok<BookingView>("scheduling.getBooking", { id }, { headers });
      assert.equal(booking.state, "confirmed");
      assert.equal(booking.meetingLink, `${house.house.url}/meet/${id}`);
    }
    const elsewhere = await house.site();
    const random = "0195f000-0000-7000-8000-000000000000";
    for (const path of [
      "scheduling.getBooking",
      "scheduling.getCalendarFile",
      "scheduling.cancelBooking",
      "scheduling.completeBooking",
    ]) {
      for (const headers of [site.actingFor(strangerId), elsewhere.server, await elsewhere.staff()])
        assert.equal(await house.refused(path, { id }, { headers }), "404 request.not_found");
      assert.equal(
        await house.refused(path, { id: random }, { headers: site.server }),
        "404 request.not_found",
      );
    }
    assert.equal(
      await house.refused("scheduling.getBooking", { id }, { headers: site.visitor }),
      "401 request.unauthenticated",
    );
  });

  it("200 lists of 20, soonest or latest first, of a client, of a host and of the site; a stranger's is empty", async () => {
    const busy = await write(async (scope) => {
      const client = await buildMember(scope);
      const { host, offer: quick } = await buildOpenHost(scope, { minutes: 5 });
      for (let i = 0; i < 23; i++)
        await buildBooking(scope, quick, { clientId: client.id, startsAt: plus(startsAt, minutes(5 * i)) });
      return { clientId: client.id, hostId: host.id };
    });
    const list = (headers: Record<string, string>, input: object) =>
      house.ok<Page>("scheduling.listBookings", input, { headers });
    const me = site.actingFor(busy.clientId);
    const first = await list(me, {});
    const second = await list(me, { cursor: first.nextCursor });
    assert.deepEqual([first.items.length, second.items.length, second.nextCursor], [20, 3, null]);
    const rising = [...first.items, ...second.items].map((one) => one.startsAt);
    assert.deepEqual(rising, [...new Set(rising)].toSorted());
    const falling = await list(me, { sort: "-startsAt", limit: 100 });
    assert.deepEqual(
      falling.items.map((one) => one.startsAt),
      rising.toReversed(),
    );

    const count = async (headers: Record<string, string>, input: object) =>
      (await list(headers, { limit: 100, ...input })).items.length;
    assert.equal(await count(me, { as: "host" }), 0);
    assert.equal(await count(site.actingFor(busy.hostId), { as: "host" }), 23);
    assert.equal(await count(site.actingFor(strangerId), { clientId: busy.clientId }), 0);
    assert.equal(await count(site.server, { clientId: busy.clientId, states: ["confirmed"] }), 23);
    assert.equal(await count(site.server, { hostId: busy.hostId, states: ["cancelled", "completed"] }), 0);
    const until = plus(startsAt, minutes(10)).toISOString();
    assert.equal(await count(await site.staff(), { hostId: busy.hostId, until }), 2);
    assert.equal(await count(site.server, { hostId: busy.hostId, from: until }), 21);
    const elsewhere = await house.site();
    assert.equal(await count(elsewhere.server, { clientId: busy.clientId }), 0);
    const cursor = { cursor: first.nextCursor };
    assert.equal(
      await house.refused("scheduling.listBookings", cursor, { headers: elsewhere.server }),
      "400 request.invalid_input",
    );
  });

  it("200 found by what was booked or by the other one's name; nobody by one's own name or by an address", async () => {
    const { client, first, second, bookings } = await write(async (scope) => {
      const client = await buildMember(scope, { name: "Ilse Quint" });
      const made = [];
      for (const name of ["Bao_Bao Chen", "Baobab Okafor"]) {
        const { host, offer: sold } = await buildOpenHost(scope);
        await scope.query(Member).where({ id: host.id }).patch({ name });
        const booking = await buildBooking(scope, sold, { clientId: client.id, startsAt });
        made.push({ host, booking });
      }
      return {
        client,
        first: made[0]!.host,
        second: made[1]!.host,
        bookings: made.map(({ booking }) => booking),
      };
    });
    const [chens = "", okafors = ""] = bookings.map(({ id }) => id);
    const find = async (headers: Record<string, string>, search: string) => {
      const { items } = await house.ok<Page>("scheduling.listBookings", { search, limit: 100 }, { headers });
      return items.map(({ id }) => id).toSorted();
    };
    const me = site.actingFor(client.id);
    assert.deepEqual(await find(me, "chEN"), [chens]);
    assert.deepEqual(await find(me, "Okafor"), [okafors]);
    assert.deepEqual(await find(me, "bao_"), [chens], "no sign is a wildcard");
    assert.deepEqual(await find(me, "%"), []);
    assert.deepEqual(await find(me, bookings[0]!.title.slice(1, 5)), [chens, okafors].toSorted());
    assert.deepEqual(await find(me, "quint"), []);
    assert.deepEqual(await find(site.actingFor(first.id), "quint"), [chens]);
    assert.deepEqual(await find(site.actingFor(second.id), "quint"), [okafors]);
    assert.deepEqual(await find(site.actingFor(first.id), client.email), []);
    assert.deepEqual(await find(site.server, "quint"), [chens, okafors].toSorted());
    assert.deepEqual(await find(site.actingFor(strangerId), "chen"), []);
    assert.deepEqual(await find((await house.site()).server, "quint"), []);
  });

  it("200 lists name both people to both of them, the team and the server; a stranger is told neither", async () => {
    const { client, host, bookingId } = await write(async (scope) => {
      const client = await buildMember(scope, { name: "Noor Haddad" });
      const made = await buildOpenHost(scope);
      await scope.query(Member).where({ id: made.host.id }).patch({ name: "Mara Lindqvist" });
      const { id } = await buildBooking(scope, made.offer, { clientId: client.id, startsAt });
      return { client, host: made.host, bookingId: id };
    });
    const list = (headers: Record<string, string>) =>
      house.ok<{ items: { id: string; hostName: string | null; clientName: string | null }[] }>(
        "scheduling.listBookings",
        { limit: 100, hostId: host.id },
        { headers },
      );
    const people = [site.actingFor(client.id), site.actingFor(host.id), await site.staff(), site.server];
    for (const headers of people) {
      const { items } = await list(headers);
      assert.deepEqual(
        items.map(({ id, hostName, clientName }) => [id, hostName, clientName]),
        [[bookingId, "Mara Lindqvist", "Noor Haddad"]],
      );
    }
    const elsewhere = await house.site();
    for (const headers of [site.actingFor(strangerId), elsewhere.server, await elsewhere.staff()]) {
      const { items } = await list(headers);
      assert.deepEqual(items, []);
    }
    assert.equal(
      await house.refused("scheduling.listBookings", {}, { headers: site.visitor }),
      "401 request.unauthenticated",
    );
    await write(async (scope) => scope.query(Member).where({ id: client.id }).patch({ name: "" }));
    const { items } = await list(site.actingFor(host.id));
    assert.equal(items[0]?.clientName, null, "an erased account has no name");
  });

  it("200 the server books a member in; 404 for nobody's id; 403 members themselves", async () => {
    const at = "2030-03-04T10:00:00Z";
    const booked = await house.ok<BookingView & { price: object }>(
      "scheduling.createBooking",
      { offerId: offer.id, clientId, startsAt: at },
      { headers: site.server },
    );
    assert.equal(booked.state, "confirmed");
    assert.deepEqual(booked.price, { amountMinor: 0, currency: "EUR" });
    const again = { offerId: offer.id, clientId, startsAt: at };
    assert.equal(
      await house.refused("scheduling.createBooking", again, { headers: site.server }),
      "409 scheduling.slot_taken",
    );
    const nobody = {
      ...again,
      clientId: "0195f000-0000-7000-8000-000000000000",
      startsAt: "2030-03-04T11:00:00Z",
    };
    assert.equal(
      await house.refused("scheduling.createBooking", nobody, { headers: site.server }),
      "404 request.not_found",
    );
    assert.equal(
      await house.refused("scheduling.createBooking", again, { headers: site.actingFor(clientId) }),
      "403 request.forbidden",
    );
  });

  it("403 before the room opens, with the time it does; 200 from a quarter of an hour before; 410 once it has closed", async () => {
    const at = new Date("2026-03-03T10:00:00Z");
    const { id } = await book(at);
    const join = (minutesLater: number, who = clientId) =>
      as(
        member(who),
        async (scope) => {
          const prepared = await joinBooking.prepare(scope, { id });
          const url = await joinBooking.call(prepared, { signal: AbortSignal.timeout(5000) });
          return joinBooking.finish(scope, prepared, url);
        },
        plus(at, minutes(minutesLater)),
      );
    await assert.rejects(join(-16), {
      code: "scheduling.room_not_open",
      kind: "FORBIDDEN",
      params: { opensAt: "2026-03-03T09:45:00.000Z" },
    });
    assert.match((await join(-15)).url, new RegExp(`^${house.house.url}/meet/${id}#\\w+\\.[\\w-]+$`));
    assert.equal((await join(90, hostId)).closesAt, "2026-03-03T11:30:00.000Z");
    await assert.rejects(join(91), { code: "scheduling.room_closed" });
    await assert.rejects(join(0, strangerId), { code: "request.not_found" });
    const pending = await book(new Date("2026-03-03T14:00:00Z"), { isPending: true });
    await assert.rejects(
      as(member(clientId), (scope) => joinBooking.prepare(scope, { id: pending.id })),
      {
        code: "scheduling.not_confirmed",
        params: { state: "pending" },
      },
    );
  });

  it("cancelled by either side until it starts, afterwards by the team; the slot is free again", async () => {
    const at = new Date("2026-03-04T10:00:00Z");
    const free = async () => {
      const input = { offerIds: [offer.id], from: "2026-03-04T10:00:00Z", until: "2026-03-04T10:01:00Z" };
      return (await write((scope) => listSlots.run(scope, input))).items[0]?.startsAt.length;
    };
    const cancel = (id: string, actor: Actor, when = now) =>
      as(actor, (scope) => cancelBooking.run(scope, { id, reason: "Ill" }), when);
    for (const [who, by] of [
      [clientId, "client"],
      [hostId, "provider"],
    ] as const) {
      const { id } = await book(at);
      assert.equal(await free(), 0);
      const { state, cancelled, meetingLink } = await cancel(id, member(who));
      assert.deepEqual(
        { state, cancelled },
        { state: "cancelled", cancelled: { by, reason: "Ill", at: now.toISOString() } },
      );
      assert.ok(meetingLink);
      assert.equal(await free(), 1);
      await assert.rejects(cancel(id, member(who)), {
        code: "scheduling.transition_refused",
        params: { from: "cancelled", to: "cancelled" },
      });
    }
    const { id } = await book(at);
    await assert.rejects(cancel(id, member(clientId), at), { code: "scheduling.already_started" });
    assert.equal((await cancel(id, { kind: "system", cause: "test" }, at)).state, "cancelled");
  });

  it("completed by the host or by itself, never by the client, never before it started, never cancelled afterwards", async () => {
    const at = new Date("2026-03-05T10:00:00Z");
    const { id } = await book(at);
    const complete = (who: string, when: Date) =>
      as(member(who), (scope) => completeBooking.run(scope, { id }), when);
    await assert.rejects(complete(hostId, plus(at, -1)), { code: "scheduling.not_started" });
    await assert.rejects(complete(clientId, plus(at, minutes(60))), { code: "request.forbidden" });
    assert.equal((await complete(hostId, plus(at, minutes(60)))).state, "completed");
    await assert.rejects(
      as(member(hostId), (scope) => cancelBooking.run(scope, { id, reason: "" })),
      {
        code: "scheduling.transition_refused",
        params: { from: "completed", to: "cancelled" },
      },
    );
  });

  it("409 what an order governs is changed through the order, whoever asks", async () => {
    const { id } = await book(new Date("2026-03-06T10:00:00Z"), { orderId });
    for (const headers of [site.actingFor(clientId), site.actingFor(hostId), site.server]) {
      for (const path of ["scheduling.cancelBooking", "scheduling.completeBooking"]) {
        const { status, body } = await house.call(path, { id }, { headers });
        assert.equal(status, 409);
        assert.deepEqual(
          { code: body.error.data.code, params: body.error.data.params },
          { code: "scheduling.governed_by_order", params: { orderId } },
        );
      }
    }
  });

  it("a session from before the site came is held and keeps no time; one that is not over is a mistake", async () => {
    const past = await write((scope) =>
      addPastSession(scope, { offerId: offer.id, clientId, startsAt: plus(now, -days(30)) }),
    );
    assert.deepEqual([past.state, past.governorOrderId, past.hostId], ["completed", null, hostId]);
    const soon = { offerId: offer.id, clientId, startsAt: plus(now, -minutes(offer.minutes - 1)) };
    await assert.rejects(
      write((scope) => addPastSession(scope, soon)),
      /has to be over/,
    );
    await write((scope) => buildBooking(scope, offer, { clientId, startsAt: past.startsAt }));
  });
});
