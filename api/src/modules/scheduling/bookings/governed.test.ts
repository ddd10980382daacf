import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { type Actor } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { holdSlot } from "../holds/hold-slot.ts";
import { readHold } from "../holds/read-hold.ts";
import { Booking } from "../models/booking.ts";
import { type SessionOffer } from "../models/session-offer.ts";
import { listSlots } from "../slots/list-slots.ts";
import { buildBooking, buildMember, buildOpenHost } from "../testing.ts";
import { refuseUnofferedMove } from "./check-move.ts";
import {
  bookHold,
  cancelGoverned,
  completeGoverned,
  confirmGoverned,
  giveUpGoverned,
  keepForPayment,
  markNoShow,
  moveGoverned,
  regainGoverned,
} from "./governed.ts";

const now = new Date("2026-03-01T00:00:00Z");
const startsAt = new Date("2026-03-02T10:00:00Z");
const governorId = "0195f000-0000-7000-8000-00000000aaaa";
const system: Actor = { kind: "system", cause: "test" };

describe("what orders do with their bookings", () => {
  let house: TestHouse;
  let site: TestSite;
  let admin: pg.Client;
  let offer: SessionOffer;
  let clientId: string;
  before(async () => {
    house = await TestHouse.open({ works: false });
    site = await house.site();
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await house.close();
  });
  beforeEach(async () => {
    clientId = (await as(system, buildMember)).id;
    ({ offer } = await as(system, buildOpenHost));
  });

  const as = <Result>(actor: Actor, work: (scope: Scope) => Promise<Result>, at = now): Promise<Result> => {
    const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
    return house.house.scopes.transact({ tenant: site.live, actor, now: at, request }, work);
  };
  const client = (): Actor => ({
    kind: "member",
    memberId: clientId,
    roles: [],
    pendingRoles: [],
    sessionId: null,
    visitorId: null,
  });
  const hold = (at = now) =>
    as(client(), (scope) => holdSlot.run(scope, { offerId: offer.id, startsAt: startsAt.toISOString() }), at);
  /** A pending booking governed by the order of this test. */
  const request = async (keepUntil = plus(now, minutes(30))) => {
    const { id } = await hold();
    return as(client(), (scope) =>
      bookHold(scope, { holdId: id, clientId, governor: { kind: "order", id: governorId }, keepUntil }),
    );
  };
  const governed = (booking: Booking) => ({ bookingId: booking.id, governorId });
  const isFree = async (at = startsAt) => {
    const range = { from: at.toISOString(), until: plus(at, 1).toISOString() };
    const { items } = await as(system, (scope) => listSlots.run(scope, { offerIds: [offer.id], ...range }));
    return items[0]?.startsAt.length === 1;
  };
  const stored = async ({ id }: Booking) =>
    as(system, async (scope) => (await scope.query(Booking).findOne({ id }))!);
  const newsOf = async ({ id }: Booking): Promise<string[]> => {
    const { rows } = await admin.query<{ name: string }>(
      "select name from outbox where fact ->> 'bookingId' = $1 order by (fact ->> 'version')::int, name desc",
      [id],
    );
    return rows.map(({ name }) => name);
  };
  const timersOf = async ({ id }: Booking): Promise<string[]> => {
    const { rows } = await admin.query<{ timer: string }>(
      "select concat_ws(' ', kind, key, to_char(due_at at time zone 'UTC', 'DD HH24:MI')) as timer from timers where subject_id = $1 and state = 'pending' and kind <> 'scheduling.forget_hold' order by due_at",
      [id],
    );
    return rows.map(({ timer }) => timer.replace("scheduling.", ""));
  };

  it("a hold becomes a pending booking of the same id, with the price it was held for", async () => {
    const held = await hold();
    const { price, expiresAt } = await as(client(), (scope) => readHold(scope, held.id));
    assert.deepEqual(price, { title: "First talk", minutes: 60, amountMinor: 8000, currency: "EUR" });
    assert.deepEqual(expiresAt, plus(now, minutes(30)));
    const governor = { kind: "order", id: governorId } as const;
    const book = { holdId: held.id, clientId, governor, keepUntil: null };
    const booking = await as(client(), (scope) => bookHold(scope, book));
    assert.equal(booking.id, held.id);
    assert.equal(booking.state, "pending");
    assert.equal(await isFree(), false);
    await assert.rejects(
      as(client(), (scope) => readHold(scope, held.id)),
      { code: "scheduling.hold_ended" },
    );
    await assert.rejects(
      as(client(), (scope) => bookHold(scope, book)),
      { code: "scheduling.hold_ended" },
    );
    assert.deepEqual(await newsOf(booking), ["booking.requested"]);
  });

  it("somebody else's hold is not found", async () => {
    const { id } = await hold();
    const stranger = await as(system, buildMember);
    const actor: Actor = {
      kind: "member",
      memberId: stranger.id,
      roles: [],
      pendingRoles: [],
      sessionId: null,
      visitorId: null,
    };
    await assert.rejects(
      as(actor, (scope) => readHold(scope, id)),
      { code: "request.not_found" },
    );
    const book = { holdId: id, clientId: stranger.id, governor: null, keepUntil: null };
    await assert.rejects(
      as(actor, (scope) => bookHold(scope, book)),
      { code: "request.not_found" },
    );
  });

  it("confirmed: the link is known and the reminders are set; twice is refused", async () => {
    const booking = await request();
    const confirmed = await as(system, (scope) => confirmGoverned(scope, governed(booking)));
    assert.equal(confirmed.state, "confirmed");
    assert.equal(confirmed.meetingLink, `${house.house.url}/meet/${booking.id}`);
    assert.equal(confirmed.version, 2);
    assert.deepEqual(await timersOf(booking), [
      "remind_booking 1440 01 10:00",
      "remind_booking 60 02 09:00",
      "remind_booking 15 02 09:45",
    ]);
    assert.deepEqual(await newsOf(booking), ["booking.requested", "booking.confirmed"]);
    await assert.rejects(
      as(system, (scope) => confirmGoverned(scope, governed(booking))),
      {
        code: "scheduling.transition_refused",
      },
    );
  });

  it("entering payment keeps it once until the pay session has ended and five minutes more", async () => {
    const booking = await request();
    const keep = (sessionMinutes: number) =>
      as(system, (scope) => keepForPayment(scope, governed(booking), plus(now, minutes(sessionMinutes))));
    assert.deepEqual(await keep(40), plus(now, minutes(45)));
    assert.deepEqual(await keep(400), plus(now, minutes(45)));
    assert.deepEqual((await stored(booking)).keepUntil, plus(now, minutes(45)));
  });

  it("given up, its time is free; a late payment takes it again when nobody else has", async () => {
    const booking = await request();
    const givenUp = await as(system, (scope) => giveUpGoverned(scope, governed(booking)));
    assert.deepEqual([givenUp.state, givenUp.cancelledBy, await isFree()], ["cancelled", "system", true]);
    assert.equal(await as(system, (scope) => regainGoverned(scope, governed(booking))), true);
    assert.equal(await isFree(), false);
    assert.equal((await stored(booking)).state, "pending");
    await as(system, (scope) => confirmGoverned(scope, governed(booking)));
    assert.equal((await stored(booking)).state, "confirmed");
  });

  it("not taken again when somebody was faster, when it has passed, or when somebody called it off", async () => {
    const booking = await request();
    await as(system, (scope) => giveUpGoverned(scope, governed(booking)));
    const regain = (at = now) => as(system, (scope) => regainGoverned(scope, governed(booking)), at);
    assert.equal(await regain(startsAt), false);
    await hold();
    assert.equal(await regain(), false);
    assert.equal(await regain(plus(now, minutes(31))), true, "the other's hold has run out");
    assert.equal((await stored(booking)).state, "pending");
    await as(system, (scope) => cancelGoverned(scope, { ...governed(booking), by: "client", reason: null }));
    assert.equal(await regain(), false);
  });

  it("cancelled in the name of whoever asked, with nothing left to happen; again changes nothing", async () => {
    const booking = await request();
    await as(system, (scope) => confirmGoverned(scope, governed(booking)));
    const off = { ...governed(booking), by: "provider", reason: "Ill" } as const;
    const cancelled = await as(system, (scope) => cancelGoverned(scope, off));
    assert.deepEqual(
      [cancelled.cancelledBy, cancelled.cancelReason, cancelled.version],
      ["provider", "Ill", 3],
    );
    assert.deepEqual(await timersOf(booking), []);
    assert.equal(await isFree(), true);
    assert.equal((await as(system, (scope) => cancelGoverned(scope, off))).version, 3);
  });

  it("completed, and never moved afterwards", async () => {
    const booking = await request();
    await as(system, (scope) => confirmGoverned(scope, governed(booking)));
    const after = plus(startsAt, hours(1));
    assert.equal(
      (await as(system, (scope) => completeGoverned(scope, governed(booking)), after)).state,
      "completed",
    );
    const move = { ...governed(booking), startsAt: plus(after, hours(24)) };
    await assert.rejects(
      as(system, (scope) => moveGoverned(scope, move), after),
      { code: "scheduling.transition_refused" },
    );
  });

  it("an absent client's session counts as held, an absent provider's as cancelled; not before the grace is over", async () => {
    for (const [who, state] of [
      ["client", "completed"],
      ["provider", "cancelled"],
    ] as const) {
      const booking = await request();
      await as(system, (scope) => confirmGoverned(scope, governed(booking)));
      const mark = (at: Date): Promise<Booking> =>
        as(system, (scope) => markNoShow(scope, { ...governed(booking), who }), at);
      await assert.rejects(mark(plus(startsAt, minutes(14))), {
        code: "scheduling.absence_refused",
        params: { graceMinutes: 15 },
      });
      const marked = await mark(plus(startsAt, minutes(15)));
      assert.deepEqual([marked.state, marked[`${who}AbsentAt`]], [state, plus(startsAt, minutes(15))]);
      assert.deepEqual((await newsOf(booking)).slice(2), ["booking.no_show_marked", `booking.${state}`]);
    }
  });

  it("moved to a free time with new reminders; the old time is free; 409 when the new one is taken", async () => {
    const booking = await request();
    await as(system, (scope) => confirmGoverned(scope, governed(booking)));
    const other = await as(system, buildMember);
    const elsewhen = plus(startsAt, hours(3));
    await as(system, (scope) => buildBooking(scope, offer, { clientId: other.id, startsAt: elsewhen }));
    const move = (to: Date) =>
      as(system, (scope) => moveGoverned(scope, { ...governed(booking), startsAt: to }));
    await assert.rejects(move(elsewhen), { code: "scheduling.slot_taken" });
    assert.equal(await isFree(), false, "a refused move changes nothing");
    const moved = await move(plus(startsAt, hours(24)));
    assert.deepEqual([moved.version, moved.endsAt], [3, plus(startsAt, hours(25))]);
    assert.equal(await isFree(), true);
    assert.deepEqual(await timersOf(booking), [
      "remind_booking 1440 02 10:00",
      "remind_booking 60 03 09:00",
      "remind_booking 15 03 09:45",
    ]);
    await move(plus(startsAt, hours(24.5)));
  });

  it("two bookings moved to one time at the same moment: one gets it", async () => {
    const first = await request();
    const second = await as(system, (scope) =>
      buildBooking(scope, offer, { clientId, startsAt: plus(startsAt, hours(1)), orderId: governorId }),
    );
    const to = plus(startsAt, hours(4));
    const answers = await Promise.allSettled(
      [first, second].map((booking) =>
        as(system, (scope) => moveGoverned(scope, { ...governed(booking), startsAt: to })),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
  });

  it("a client proposes only what is offered; the time it takes now does not count", async () => {
    const booking = await request();
    const propose = (to: Date) =>
      as(system, (scope) => refuseUnofferedMove(scope, { bookingId: booking.id, startsAt: to }));
    await propose(startsAt);
    await propose(plus(startsAt, hours(1)));
    await assert.rejects(propose(plus(startsAt, minutes(30))), { code: "scheduling.slot_not_offered" });
    await assert.rejects(propose(plus(startsAt, hours(10))), { code: "scheduling.slot_not_offered" });
    await assert.rejects(propose(plus(now, -hours(10))), { code: "scheduling.slot_too_soon" });
  });

  it("another order's booking is a bug, not an answer", async () => {
    const booking = await request();
    const foreign = { bookingId: booking.id, governorId: "0195f000-0000-7000-8000-00000000bbbb" };
    await assert.rejects(
      as(system, (scope) => confirmGoverned(scope, foreign)),
      (error: Error) => error.constructor === Error && /does not govern/.test(error.message),
    );
  });
});
