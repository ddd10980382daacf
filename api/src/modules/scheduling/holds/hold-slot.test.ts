import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { type CallOptions, TestHouse, type TestSite } from "../../../../test/house.ts";
import { type Actor } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { bookHold } from "../bookings/governed.ts";
import { createBooking } from "../bookings/create-booking.ts";
import { listSlots } from "../slots/list-slots.ts";
import { buildMember, buildOpenHost } from "../testing.ts";
import { claimHolds } from "./claim-holds.ts";
import { getHold } from "./get-hold.ts";
import { giveHoldEmail } from "./give-hold-email.ts";
import { expireHold, forgetHold } from "./hold-timers.ts";
import { holdSlot } from "./hold-slot.ts";
import { releaseHold } from "./release-hold.ts";

interface HoldView {
  readonly id: string;
  readonly expiresAt: string;
  readonly state: string;
}

const taken = { code: "scheduling.slot_taken" };
const now = new Date("2026-03-01T00:00:00Z");
const visitor = (number: number): Actor => ({
  kind: "visitor",
  visitorId: `0195f000-0000-7000-8000-${String(number).padStart(12, "0")}`,
});
const member = (memberId: string, visitorId: string | null = null): Actor => ({
  kind: "member",
  memberId,
  roles: [],
  pendingRoles: [],
  sessionId: null,
  visitorId,
});
const system: Actor = { kind: "system", cause: "test" };

describe("holds", () => {
  let house: TestHouse;
  let site: TestSite;
  let admin: pg.Client;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  let networks = 0;
  /** Runs work for somebody at a moment, each time from another network unless told. */
  const as = async <Result>(
    actor: Actor,
    work: (scope: Scope) => Promise<Result>,
    { at = now, ip = `203.0.${(networks += 1) >> 8}.${networks & 255}` }: { at?: Date; ip?: string } = {},
  ): Promise<Result> => {
    const request = { requestId: "test", ip, origin: null, locale: "", userAgent: null };
    return house.house.scopes.transact({ tenant: site.live, actor, now: at, request }, work);
  };
  const newHost = (changes: Parameters<typeof buildOpenHost>[1] = {}) =>
    as(system, (scope) => buildOpenHost(scope, changes));
  const newMembers = (count: number) =>
    as(system, async (scope) => {
      const ids: string[] = [];
      for (let i = 0; i < count; i++) ids.push((await buildMember(scope)).id);
      return ids;
    });
  const hold = (actor: Actor, offerId: string, startsAt: string, options?: { at?: Date; ip?: string }) =>
    as(actor, (scope) => holdSlot.run(scope, { offerId, startsAt }), options);
  const freeAt = async (offerId: string, at = now): Promise<string[]> => {
    const { items } = await as(
      system,
      (scope) =>
        listSlots.run(scope, {
          offerIds: [offerId],
          from: "2026-03-02T00:00:00Z",
          until: "2026-03-03T00:00:00Z",
        }),
      { at },
    );
    return items[0]?.startsAt.map((start) => start.slice(11, 16)) ?? [];
  };

  it("200 a visitor keeps a slot for ten minutes, which nobody else is offered meanwhile", async () => {
    const { offer } = await newHost();
    const held = await hold(visitor(1), offer.id, "2026-03-02T10:00:00Z");
    assert.equal(held.state, "live");
    assert.equal(held.expiresAt, "2026-03-01T00:10:00.000Z");
    const { price } = await as(visitor(1), (scope) => getHold.run(scope, { id: held.id }));
    assert.deepEqual(price, { amountMinor: 8000, currency: "EUR" });
    assert.ok(!(await freeAt(offer.id)).includes("10:00"));
    assert.ok((await freeAt(offer.id, plus(now, minutes(10)))).includes("10:00"));
  });

  it("200 a member keeps it for half an hour, and so does a visitor who gives an address", async () => {
    const { offer } = await newHost();
    const [memberId] = await newMembers(1);
    const held = await hold(member(memberId!), offer.id, "2026-03-02T10:00:00Z");
    assert.equal(held.expiresAt, "2026-03-01T00:30:00.000Z");
    const { id } = await hold(visitor(2), offer.id, "2026-03-02T11:00:00Z");
    const kept = await as(visitor(2), (scope) => giveHoldEmail.run(scope, { id, email: "ada@example.com" }), {
      at: plus(now, minutes(9)),
    });
    assert.equal(kept.expiresAt, "2026-03-01T00:30:00.000Z");
    const { email } = await as(visitor(2), (scope) => getHold.run(scope, { id }));
    assert.equal(email, "ada@example.com");
  });

  it("409 the reason: taken, off the grid, too soon, too far, the day full, one's own time", async () => {
    const { offer, host } = await newHost({
      noticeMinutes: 60 * 36,
      horizon: { kind: "days", days: 10 },
      limits: { bookings: { day: 1 } },
    });
    const refused = (startsAt: string, actor: Actor = visitor(3)) =>
      hold(actor, offer.id, startsAt).then(
        () => "held",
        (failure: { code: string }) => failure.code,
      );
    await hold(visitor(4), offer.id, "2026-03-03T10:00:00Z");
    assert.equal(await refused("2026-03-03T10:00:00Z"), "scheduling.slot_taken");
    assert.equal(await refused("2026-03-03T11:00:00Z"), "scheduling.slot_limit_reached");
    assert.equal(await refused("2026-03-04T10:30:00Z"), "scheduling.slot_not_offered");
    assert.equal(await refused("2026-03-04T10:00:00.500Z"), "scheduling.slot_not_offered");
    assert.equal(await refused("2026-03-02T10:00:00Z"), "scheduling.slot_too_soon");
    assert.equal(await refused("2026-02-01T10:00:00Z"), "scheduling.slot_too_soon");
    assert.equal(await refused("2026-03-20T10:00:00Z"), "scheduling.slot_too_far");
    assert.equal(await refused("2026-03-05T10:00:00Z", member(host.id)), "scheduling.own_time");
  });

  it("409 two visitors, one slot; buffers of both are kept free", async () => {
    const { offer } = await newHost({ bufferBeforeMinutes: 15, bufferAfterMinutes: 15, stepMinutes: 30 });
    await hold(visitor(5), offer.id, "2026-03-02T10:00:00Z");
    await assert.rejects(hold(visitor(6), offer.id, "2026-03-02T10:00:00Z"), taken);
    await assert.rejects(hold(visitor(6), offer.id, "2026-03-02T11:00:00Z"), taken);
    await hold(visitor(6), offer.id, "2026-03-02T11:30:00Z");
  });

  it("409 for 199 of 200 members who want one slot at the same moment", async () => {
    const { offer } = await newHost();
    const ids = await newMembers(200);
    const startsAt = "2030-03-04T10:00:00Z";
    const answers = await Promise.all(
      ids.map(async (id) => {
        const headers = site.actingFor(id);
        const { status, body } = await house.call(
          "scheduling.holdSlot",
          { offerId: offer.id, startsAt },
          { headers },
        );
        return status === 200 ? "held" : `${status} ${body.error.data.code}`;
      }),
    );
    assert.deepEqual(countBy(answers), { held: 1, "409 scheduling.slot_taken": 199 });
  });

  it("409 for 199 of 200 members who are booked in at the same moment, and for all but one when a limit leaves room for one", async () => {
    const limited = await newHost({ limits: { bookings: { day: 1 } } });
    const free = await newHost();
    const ids = await newMembers(200);
    const book = (offerId: string, startsAt: string, clientId: string) =>
      as(system, (scope) => createBooking.run(scope, { offerId, clientId, startsAt })).then(
        () => "booked",
        (failure: { code: string }) => failure.code,
      );
    const same = await Promise.all(ids.map((id) => book(free.offer.id, "2026-03-02T10:00:00Z", id)));
    assert.deepEqual(countBy(same), { booked: 1, "scheduling.slot_taken": 199 });
    const apart = await Promise.all(
      ids
        .slice(0, 8)
        .map((id, i) => book(limited.offer.id, `2026-03-02T${String(9 + i).padStart(2, "0")}:00:00Z`, id)),
    );
    assert.deepEqual(countBy(apart), { booked: 1, "scheduling.slot_limit_reached": 7 });
  });

  it("429 one visitor cannot keep a host's whole week: two at once, three of a host in an hour, five from one network", async () => {
    const { offer } = await newHost();
    const other = await newHost();
    const me = visitor(7);
    const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, "0")}:00:00Z`;
    const first = await hold(me, offer.id, at(9));
    await hold(me, offer.id, at(10));
    await assert.rejects(hold(me, other.offer.id, at(9)), {
      code: "scheduling.too_many_holds",
      params: { most: 2 },
    });
    await as(me, (scope) => releaseHold.run(scope, { id: first.id }));
    const third = await hold(me, offer.id, at(11));
    await as(me, (scope) => releaseHold.run(scope, { id: third.id }));
    await assert.rejects(hold(me, offer.id, at(12)), { code: "scheduling.too_many_tries" });
    await hold(me, other.offer.id, at(12));
    await hold(me, offer.id, at(12), { at: plus(now, minutes(61)) });

    const hosts = await Promise.all([1, 2, 3].map(() => newHost()));
    const from = { ip: "2001:db8:1:2:3:4:5:6" };
    const kept = [0, 1, 2, 3, 4].map((i) => hold(visitor(100 + i), hosts[i % 3]!.offer.id, at(9 + i), from));
    assert.equal((await Promise.all(kept)).length, 5);
    const neighbour = { ip: "2001:db8:1:2:ffff::1" };
    await assert.rejects(hold(visitor(105), hosts[0]!.offer.id, at(15), neighbour), {
      code: "scheduling.too_many_holds",
      params: { most: 5 },
    });
    await hold(visitor(106), hosts[0]!.offer.id, at(15), { ip: "2001:db8:1:3::1" });
  });

  it("429 twenty requests of one visitor at the same moment keep two times", async () => {
    const hosts = await Promise.all(Array.from({ length: 20 }, () => newHost()));
    const answers = await Promise.all(
      hosts.map(({ offer }) =>
        hold(visitor(8), offer.id, "2026-03-02T10:00:00Z").then(
          () => "held",
          (failure: { code: string }) => failure.code,
        ),
      ),
    );
    assert.deepEqual(countBy(answers), { held: 2, "scheduling.too_many_holds": 18 });
  });

  it("429 a member keeps five times at once, those that wait for payment included", async () => {
    const { offer } = await newHost();
    const [id] = await newMembers(1);
    const me = member(id!);
    for (const hour of ["09", "10", "11", "12", "13"]) {
      const { id: holdId } = await hold(me, offer.id, `2026-03-02T${hour}:00:00Z`);
      const order = { kind: "order", id: holdId } as const;
      if (hour < "11")
        await as(me, (scope) => bookHold(scope, { holdId, clientId: id!, governor: order, keepUntil: null }));
    }
    await assert.rejects(hold(me, offer.id, "2026-03-02T14:00:00Z"), { code: "scheduling.too_many_holds" });
  });

  it("404 somebody else's hold, another tenant's, and one that does not exist", async () => {
    const { offer } = await newHost();
    const input = { offerId: offer.id, startsAt: "2030-03-04T10:00:00Z" };
    const first = await house.call("scheduling.holdSlot", input, { headers: site.visitor }).expect(200);
    const mine = { ...site.visitor, "Tessera-Visitor": String(first.headers["tessera-visitor"]) };
    const { id } = first.body.result.data as HoldView;
    assert.equal((await house.ok<HoldView>("scheduling.getHold", { id }, { headers: mine })).id, id);
    const elsewhere = await house.site();
    const strangers: CallOptions[] = [{ headers: site.visitor }, { headers: elsewhere.visitor }];
    for (const path of ["scheduling.getHold", "scheduling.releaseHold"]) {
      for (const stranger of strangers)
        assert.equal(await house.refused(path, { id }, stranger), "404 request.not_found");
      const random = { id: "0195f000-0000-7000-8000-000000000000" };
      assert.equal(await house.refused(path, random, { headers: mine }), "404 request.not_found");
    }
    const there = { headers: elsewhere.visitor };
    assert.equal(await house.refused("scheduling.holdSlot", input, there), "404 request.not_found");
    assert.equal(
      (await house.ok<HoldView>("scheduling.releaseHold", { id }, { headers: mine })).state,
      "released",
    );
    assert.equal(
      (await house.ok<HoldView>("scheduling.releaseHold", { id }, { headers: mine })).state,
      "released",
    );
  });

  it("410 a hold that ran out is neither prolonged nor booked; the next one takes its slot without waiting for a timer", async () => {
    const { offer } = await newHost();
    const { id } = await hold(visitor(9), offer.id, "2026-03-02T10:00:00Z");
    const late = { at: plus(now, minutes(10)) };
    const email = { id, email: "late@example.com" };
    await assert.rejects(
      as(visitor(9), (scope) => giveHoldEmail.run(scope, email), late),
      { code: "scheduling.hold_ended" },
    );
    await hold(visitor(10), offer.id, "2026-03-02T10:00:00Z", late);
    const seen = await as(visitor(9), (scope) => getHold.run(scope, { id }), late);
    assert.equal(seen.state, "expired");
  });

  it("twenty visitors want the slot of a hold that ran out: one has it, nobody waits for another", async () => {
    const { offer } = await newHost();
    await hold(visitor(11), offer.id, "2026-03-02T10:00:00Z");
    const late = { at: plus(now, minutes(10)) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        hold(visitor(200 + i), offer.id, "2026-03-02T10:00:00Z", { ...late, ip: `198.51.100.${i}` }).then(
          () => "held",
          (failure: { code: string }) => failure.code,
        ),
      ),
    );
    assert.deepEqual(countBy(answers), { held: 1, "scheduling.slot_taken": 19 });
  });

  it("a timer ends a hold and tells so once; a prolonged one is left alone; a day later it is forgotten", async () => {
    const { offer } = await newHost();
    const { id } = await hold(visitor(12), offer.id, "2026-03-02T10:00:00Z");
    const fire = (timer: typeof expireHold, at: Date) =>
      as(system, (scope) => timer.run(scope, { subjectId: id, dueAt: at, payload: {} }), { at });
    await as(visitor(12), (scope) => giveHoldEmail.run(scope, { id, email: "ada@example.com" }));
    await fire(expireHold, plus(now, minutes(10)));
    assert.equal((await as(visitor(12), (scope) => getHold.run(scope, { id }))).state, "live");
    await fire(expireHold, plus(now, minutes(30)));
    await fire(expireHold, plus(now, minutes(30)));
    assert.ok((await freeAt(offer.id)).includes("10:00"));
    const { rows } = await admin.query("select name from outbox where fact ->> 'holdId' = $1 order by name", [
      id,
    ]);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["slot.held", "slot.released"],
    );
    const { rows: timers } = await admin.query(
      "select kind, due_at from timers where subject_id = $1 and state = 'pending'",
      [id],
    );
    assert.deepEqual(timers, [{ kind: "scheduling.forget_hold", due_at: new Date("2026-03-02T00:30:00Z") }]);
    await fire(forgetHold, new Date("2026-03-02T00:30:00Z"));
    await assert.rejects(
      as(visitor(12), (scope) => getHold.run(scope, { id })),
      { code: "request.not_found" },
    );
  });

  it("signing in hands the visitor's holds to the member, for the longer time", async () => {
    const { offer } = await newHost();
    const [memberId, stranger] = await newMembers(2);
    const me = visitor(13);
    const { visitorId } = me as { visitorId: string };
    const { id } = await hold(me, offer.id, "2026-03-02T10:00:00Z");
    await as(system, (scope) => claimHolds(scope, { visitorId, memberId: memberId! }));
    const mine = await as(member(memberId!), (scope) => getHold.run(scope, { id }));
    assert.equal(mine.expiresAt, "2026-03-01T00:30:00.000Z");
    await assert.rejects(
      as(member(stranger!, visitorId), (scope) => getHold.run(scope, { id })),
      {
        code: "request.not_found",
      },
    );
  });
});

const countBy = (answers: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(answers)].map((one) => [one, answers.filter((answer) => answer === one).length]),
  );
