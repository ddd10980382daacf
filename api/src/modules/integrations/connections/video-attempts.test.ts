import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { ZoomServer } from "../../../../test/zoom-server.ts";
import { wallClock } from "../../../platform/clock.ts";
import { hours, plus } from "../../../platform/time.ts";
import { cancel, move } from "../../scheduling/bookings/changes.ts";
import { Booking } from "../../scheduling/models/booking.ts";
import { VideoRoom } from "../../scheduling/models/video-room.ts";
import { arrangeRoom, type RoomOrder, type RoomOutcome } from "../../scheduling/rooms/arrange-room.ts";
import { removeMeeting } from "../../scheduling/rooms/remove-meeting.ts";
import { buildBooking, buildMember, buildOpenHost } from "../../scheduling/testing.ts";

// Nobody works in this house but the tests: they take the steps of the job in the order they choose.
let house: TestHouse;
let zoom: ZoomServer;
let site: TestSite;
let booking: Booking;
let admin: pg.Client;

before(async () => {
  zoom = await new ZoomServer().open();
  house = await TestHouse.open({
    works: false,
    variables: { ZOOM_API_URL: zoom.url, ZOOM_LOGIN_URL: zoom.url },
  });
  admin = new pg.Client({ connectionString: house.database.adminUrl });
  await admin.connect();
});
after(async () => {
  await admin.end();
  await house.close();
  await zoom.stop();
  assert.deepEqual(house.bugs, []);
});
beforeEach(async () => {
  zoom.meetings.clear();
  site = await house.site();
  const headers = site.server;
  const { accountId, clientId, clientSecret } = zoom;
  const entered = { vendor: "zoom", accountId, clientId, clientSecret };
  const { id } = await house.ok<{ id: string }>("integrations.createConnection", entered, { headers });
  await house.ok("integrations.testConnection", { id }, { headers });
  booking = await house.within(site.live, async (scope) => {
    const { offer } = await buildOpenHost(scope);
    const client = await buildMember(scope);
    return buildBooking(scope, offer, { clientId: client.id, startsAt: plus(wallClock(), hours(24)) });
  });
});

if (!("prepare" in arrangeRoom) || !("prepare" in removeMeeting))
  throw new Error("The jobs have three parts.");
const { prepare, call, finish } = arrangeRoom;
const removal = removeMeeting;

const begin = async (): Promise<RoomOrder | null> => {
  const payload = { bookingId: booking.id };
  return (await house.within(site.live, (scope) => prepare(scope, payload))) as RoomOrder | null;
};
const ask = async (order: RoomOrder): Promise<RoomOutcome> =>
  (await call(order, { signal: AbortSignal.timeout(5000), key: "test" })) as RoomOutcome;
const end = (order: RoomOrder, outcome: RoomOutcome) =>
  house.within(site.live, (scope) => finish(scope, order, outcome));
const change = (work: (scope: Parameters<typeof move>[0], fresh: Booking) => Promise<unknown>) =>
  house.within(site.live, async (scope) => {
    const [fresh] = await scope.query(Booking).where({ id: booking.id }).forUpdate();
    return work(scope, fresh!);
  });
/** What was announced about rooms, taken out of the outbox. */
async function told(): Promise<{ name: string; fact: { connectionId: string; meetingId: string } }[]> {
  const { rows } = await admin.query<{ name: string; fact: { connectionId: string; meetingId: string } }>(
    `delete from outbox where tenant_id = $1 and name in ('booking.room_due', 'booking.cancelled', 'video.meeting_surplus')
     returning name, fact`,
    [site.live.id],
  );
  return rows;
}

/** Does what was announced until nothing is left. */
async function workOff(): Promise<void> {
  for (let events = await told(); events.length > 0; events = await told()) {
    for (const { name, fact } of events) {
      if (name === "video.meeting_surplus") {
        const prepared = await house.within(site.live, (scope) => removal.prepare(scope, fact));
        await removal.call(prepared, { signal: AbortSignal.timeout(5000), key: "test" });
      } else {
        const order = await begin();
        if (order) await end(order, await ask(order));
      }
    }
  }
}

const room = () =>
  house.within(site.live, async (scope) => (await scope.query(VideoRoom).where({ id: booking.id }))[0]);

describe("two attempts at once end in one meeting at the right time", () => {
  for (const isFirstFirst of [true, false]) {
    for (const isParallel of [true, false]) {
      it(`${isFirstFirst ? "the first" : "the second"} is done first, ${isParallel ? "neither" : "the second"} knew of the other's meeting`, async () => {
        const first = (await begin())!;
        const to = plus(booking.startsAt, hours(2));
        await change((scope, fresh) => move(scope, fresh, to));
        const second = (await begin())!;
        const repeat = second.command && { ...second.command, isRepeat: !isParallel };
        const outcomes = [await ask(first), await ask({ ...second, command: repeat })] as const;
        assert.equal(zoom.meetings.size, isParallel ? 2 : 1);
        const ends = [() => end(first, outcomes[0]), () => end(second, outcomes[1])];
        for (const each of isFirstFirst ? ends : ends.toReversed()) await each();
        await workOff();
        assert.equal(zoom.meetings.size, 1);
        const [meeting] = zoom.meetings.values();
        assert.equal(meeting?.start_time, `${to.toISOString().slice(0, 19)}Z`);
        const kept = await room();
        assert.equal(kept?.meetingId, String(meeting?.id));
        assert.equal(kept?.isSettled, true);
      });
    }
  }

  it("called off while it is being arranged: no meeting is left", async () => {
    const order = (await begin())!;
    const outcome = await ask(order);
    await change((scope, fresh) => cancel(scope, fresh, { by: "staff", reason: null }));
    await end(order, outcome);
    await workOff();
    assert.equal(zoom.meetings.size, 0);
    assert.equal(await room(), undefined);
  });

  it("a crash between asking and keeping: the repeat finds the meeting", async () => {
    const lost = (await begin())!;
    await ask(lost);
    const again = (await begin())!;
    await end(again, await ask(again));
    await workOff();
    assert.equal(zoom.meetings.size, 1);
    assert.equal(await begin(), null);
  });
});
