import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { type Browser, chromium } from "playwright-core";
import { DailyServer } from "../../../../test/daily-server.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { ZoomServer } from "../../../../test/zoom-server.ts";
import { findChromium } from "../../../../../scripts/chromium.ts";
import { wallClock } from "../../../platform/clock.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { move } from "../../scheduling/bookings/changes.ts";
import { personalMeetingLink } from "../../scheduling/bookings/meeting-link.ts";
import { Booking } from "../../scheduling/models/booking.ts";
import { VideoRoom } from "../../scheduling/models/video-room.ts";
import { buildBooking, buildMember, buildOpenHost } from "../../scheduling/testing.ts";

let house: TestHouse;
let zoom: ZoomServer;
let daily: DailyServer;
let site: TestSite;

before(async () => {
  [zoom, daily] = await Promise.all([new ZoomServer().open(), new DailyServer().open()]);
  house = await TestHouse.open({
    variables: { ZOOM_API_URL: zoom.url, ZOOM_LOGIN_URL: zoom.url, DAILY_URL: daily.url },
  });
});
after(async () => {
  await house.close();
  await Promise.all([zoom.stop(), daily.stop()]);
  assert.deepEqual(house.bugs, []);
});
beforeEach(async () => {
  zoom.plan = [];
  daily.plan = [];
  zoom.meetings.clear();
  daily.rooms.clear();
  site = await house.site();
});

interface Joined {
  readonly url: string;
  readonly provider: string;
}

const call = <Result = { id: string }>(name: string, input: object) =>
  house.ok<Result>(`integrations.${name}`, input, { headers: site.server });

const zoomKeys = () => {
  const { accountId, clientId, clientSecret } = zoom;
  return { vendor: "zoom", accountId, clientId, clientSecret };
};
const dailyKeys = () => ({ vendor: "daily", apiKey: daily.apiKey });

async function connect(entered: object): Promise<string> {
  const { id } = await call("createConnection", entered);
  assert.equal((await call<{ state: string }>("testConnection", { id })).state, "active");
  return id;
}

/** A session that begins in ten minutes, so that its room is open, unless told. */
const book = (startsAt = plus(wallClock(), minutes(10))): Promise<Booking> =>
  house.within(site.live, async (scope) => {
    const { offer } = await buildOpenHost(scope);
    const client = await buildMember(scope);
    return buildBooking(scope, offer, { clientId: client.id, startsAt });
  });

const join = (booking: Booking, personId: string) =>
  house.ok<Joined>("scheduling.joinBooking", { id: booking.id }, { headers: site.actingFor(personId) });

/** Waits until nothing about the session's room is left to be done. */
const settled = (booking: Booking) =>
  house.until("the room", () =>
    house.within(site.live, async (scope) => {
      const [room] = await scope.query(VideoRoom).where({ id: booking.id, isSettled: true });
      return room;
    }),
  );

const tasks = () =>
  house.within(
    site.live,
    (scope) => scope.sql<{ subjectId: string }>`
      select subject_id from operator_tasks
      where tenant_id = ${scope.tenant.id} and kind = 'video.provider_failed' and state = 'open'`,
  );

describe("a site with Zoom", () => {
  it("every session has a meeting: the host's address for the host, the guests' for the client, nobody else and not before", async () => {
    await connect(zoomKeys());
    const [soon, later] = [await book(), await book(plus(wallClock(), hours(3)))];
    await Promise.all([settled(soon), settled(later)]);
    assert.equal(zoom.meetings.size, 2);
    const host = await join(soon, soon.hostId);
    const guest = await join(soon, soon.clientId);
    assert.equal(host.provider, "zoom");
    assert.ok(host.url.startsWith(`${zoom.url}/s/`), host.url);
    assert.ok(guest.url.startsWith(`${zoom.url}/j/`), guest.url);
    const stranger = await house.within(site.live, (scope) => buildMember(scope));
    const refused = (booking: Booking, personId: string) =>
      house.refused("scheduling.joinBooking", { id: booking.id }, { headers: site.actingFor(personId) });
    assert.equal(await refused(soon, stranger.id), "404 request.not_found");
    assert.equal(await refused(later, later.clientId), "403 scheduling.room_not_open");
    assert.ok(soon.meetingLink?.startsWith(`${house.house.url}/meet/`), "the link of mails is our own");
  });

  it("moves and ends with its session", async () => {
    await connect(zoomKeys());
    const booking = await book(
      new Date(plus(wallClock(), hours(48)).toISOString().slice(0, 11) + "10:00:00Z"),
    );
    await settled(booking);
    const [meeting] = zoom.meetings.values();
    assert.equal(meeting?.start_time, `${booking.startsAt.toISOString().slice(0, 19)}Z`);
    const to = plus(booking.startsAt, hours(2));
    await house.within(site.live, async (scope) => {
      const [fresh] = await scope.query(Booking).where({ id: booking.id }).forUpdate();
      await move(scope, fresh!, to);
    });
    await house.until("the move", async () => meeting?.start_time === `${to.toISOString().slice(0, 19)}Z`);
    assert.equal(zoom.meetings.size, 1);
    await settled(booking);
    await house.ok("scheduling.cancelBooking", { id: booking.id }, { headers: site.server });
    await house.until("the end", async () => zoom.meetings.size === 0);
  });

  it("an answer lost on its way leaves one meeting", async () => {
    await connect(zoomKeys());
    // The token is got before, by looking for a meeting that is gone.
    await settled(await book(plus(wallClock(), hours(5))));
    zoom.losesAnswers = 1;
    await settled(await book());
    assert.equal(zoom.meetings.size, 2);
  });

  it("one Zoom user hosts one session at a time; the next one goes to Daily", async () => {
    await connect({ ...zoomKeys(), hosts: ["host-1@site.example"] });
    await connect(dailyKeys());
    const startsAt = plus(wallClock(), minutes(10));
    const bookings = [await book(startsAt), await book(startsAt)];
    for (const booking of bookings) await settled(booking);
    const providers = await Promise.all(
      bookings.map(async (booking) => (await join(booking, booking.clientId)).provider),
    );
    assert.deepEqual(providers.toSorted(), ["daily", "zoom"]);
    assert.deepEqual(await tasks(), []);
  });
});

describe("when a provider fails", () => {
  const outage = Array.from({ length: 20 }, () => 503);

  it("Zoom's error leads to Daily, and the team is told until a test succeeds", async () => {
    const id = await connect(zoomKeys());
    await connect(dailyKeys());
    zoom.plan = [...outage];
    const booking = await book();
    await settled(booking);
    zoom.plan = [];
    const host = await join(booking, booking.hostId);
    assert.equal(host.provider, "daily");
    const token = new URL(host.url).searchParams.get("t") ?? "";
    assert.equal(daily.tokens.get(token)?.isOwner, true);
    assert.deepEqual(await tasks(), [{ subjectId: id }]);
    await call("testConnection", { id });
    assert.deepEqual(await tasks(), []);
  });

  it("without another provider there is the built-in room, and a move is a new chance", async () => {
    await connect(zoomKeys());
    zoom.plan = [...outage];
    const booking = await book(plus(wallClock(), hours(24)));
    await settled(booking);
    zoom.plan = [];
    await house.within(site.live, async (scope) => {
      const [fresh] = await scope.query(Booking).where({ id: booking.id }).forUpdate();
      await move(scope, fresh!, plus(booking.startsAt, hours(1)));
    });
    await house.until("the meeting", async () => zoom.meetings.size === 1);
  });

  it("nothing connected: the built-in room; disconnected: the built-in room again", async () => {
    const before = await book();
    const own = await join(before, before.clientId);
    assert.equal(own.provider, "local");
    assert.match(own.url, new RegExp(`^${house.house.url}/meet/${before.id}#`));
    const id = await connect(dailyKeys());
    const booking = await book();
    await settled(booking);
    assert.equal((await join(booking, booking.clientId)).provider, "daily");
    await call("deleteConnection", { id });
    assert.equal((await join(booking, booking.clientId)).provider, "local");
  });
});

it("a site that asks Daily first gets Daily's rooms", async () => {
  await connect(zoomKeys());
  const id = await connect(dailyKeys());
  await call("updateConnection", { id, isFirst: true });
  const booking = await book();
  await settled(booking);
  assert.equal((await join(booking, booking.clientId)).provider, "daily");
  const { answering } = await call<{ answering: { kind: string; provider: string }[] }>(
    "listConnections",
    {},
  );
  assert.equal(answering.find(({ kind }) => kind === "video")?.provider, "daily");
  assert.equal(zoom.meetings.size, 0);
});

describe("the link in the mail", () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch(await findChromium());
  });
  after(() => browser.close());

  it("leads each of the two to where the session takes place, without asking for a camera, and nobody before", async () => {
    await connect(zoomKeys());
    const [booking, later] = [await book(), await book(plus(wallClock(), hours(3)))];
    await Promise.all([settled(booking), settled(later)]);
    const page = await browser.newPage();
    const visit = async ({ id, startsAt, endsAt }: Booking, personId: string) => {
      await page.goto("about:blank");
      await page.goto(personalMeetingLink(site.live.id, { id, startsAt, endsAt }, personId));
      await page.getByRole("button", { name: "Join session" }).click();
    };
    await visit(booking, booking.clientId);
    await page.waitForURL(/\/j\/\d+\?pwd=open/);
    await visit(booking, booking.hostId);
    await page.waitForURL(/\/s\/\d+\?zak=/);
    await visit(later, later.clientId);
    await page.waitForSelector('html[data-state="early"]', { state: "attached" });
    await page.close();
  });
});
