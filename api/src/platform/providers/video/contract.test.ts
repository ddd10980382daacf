import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { DailyServer } from "../../../../test/daily-server.ts";
import { ZoomServer } from "../../../../test/zoom-server.ts";
import { useAddresses } from "../../addresses.ts";
import { newId } from "../../ids.ts";
import { KeyRing, useKeyRing } from "../../secrets.ts";
import { hours, plus } from "../../time.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { checkDaily, daily } from "./daily.ts";
import { embeddedRooms } from "./local.ts";
import { type MeetingCommand, type VideoProvider, VideoUnavailable } from "./port.ts";
import { checkZoom, zoom, type ZoomOptions } from "./zoom.ts";

let zoomServer: ZoomServer;
let dailyServer: DailyServer;

before(async () => {
  useKeyRing(KeyRing.parse(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
  useAddresses({ apiUrl: "https://api.example" });
  [zoomServer, dailyServer] = await Promise.all([new ZoomServer().open(), new DailyServer().open()]);
});
after(() => Promise.all([zoomServer.stop(), dailyServer.stop()]));
beforeEach(() => {
  for (const server of [zoomServer, dailyServer]) {
    server.plan = [];
    server.calls.length = 0;
  }
});

const zoomOptions = (changes: Partial<ZoomOptions> = {}): ZoomOptions => {
  const { accountId, clientId, clientSecret, url } = zoomServer;
  return { accountId, clientId, clientSecret, hosts: [], apiUrl: url, loginUrl: url, ...changes };
};
const dailyOptions = () => ({ apiKey: dailyServer.apiKey, apiUrl: dailyServer.url });
const patient = () => ({ signal: AbortSignal.timeout(10_000) });

const commandFor = (provider: VideoProvider, changes: Partial<MeetingCommand> = {}): MeetingCommand => {
  const startsAt = plus(new Date(), hours(48));
  const endsAt = plus(startsAt, hours(1));
  return {
    roomId: newId(new Date()),
    title: "First talk",
    startsAt,
    endsAt,
    closesAt: plus(endsAt, hours(0.5)),
    host: provider.hosts[0] ?? null,
    isRepeat: false,
    ...changes,
  };
};

interface Driver {
  readonly name: string;
  readonly provider: () => VideoProvider;
  /** How many meetings the vendor has; null where there are none to count. */
  readonly count: () => number | null;
}

const drivers: readonly Driver[] = [
  { name: "local", provider: () => embeddedRooms, count: () => null },
  { name: "zoom", provider: () => zoom(zoomOptions()), count: () => zoomServer.meetings.size },
  { name: "daily", provider: () => daily(dailyOptions()), count: () => dailyServer.rooms.size },
];

for (const { name, provider: make, count } of drivers) {
  describe(`${name} keeps the video contract`, () => {
    const provider = make.bind(null);
    const person = (roomId: string, isHost: boolean) => ({
      tenantId: newId(new Date()),
      roomId,
      personId: newId(new Date()),
      expiresAt: plus(new Date(), hours(50)),
      isHost,
    });

    test("a meeting with an address for each side; asked for twice it is one", async () => {
      const rooms = provider();
      const command = commandFor(rooms);
      const before = count();
      const meeting = await rooms.arrange(command, patient());
      const again = await rooms.arrange({ ...command, isRepeat: true }, patient());
      assert.equal(again.meetingId, meeting.meetingId);
      if (before !== null) assert.equal(count()! - before, 1);
      const [host, guest] = [
        await rooms.enter(meeting, person(command.roomId, true), patient()),
        await rooms.enter(meeting, person(command.roomId, false), patient()),
      ];
      assert.notEqual(host, guest);
      for (const url of [host, guest]) assert.ok(URL.canParse(url), url);
    });

    test("it moves and stays the same meeting; gone, it is arranged anew", async () => {
      const rooms = provider();
      const command = commandFor(rooms);
      const meeting = await rooms.arrange(command, patient());
      const later = {
        ...command,
        startsAt: plus(command.startsAt, hours(3)),
        endsAt: plus(command.endsAt, hours(3)),
      };
      assert.equal((await rooms.move(meeting, later, patient())).meetingId, meeting.meetingId);
      await rooms.cancel(meeting.meetingId, patient());
      const anew = await rooms.move(meeting, later, patient());
      assert.ok(await rooms.enter(anew, person(command.roomId, false), patient()));
    });

    test("taken away it is gone, and may be taken away again", async () => {
      const rooms = provider();
      const before = count();
      const { meetingId } = await rooms.arrange(commandFor(rooms), patient());
      await rooms.cancel(meetingId, patient());
      await rooms.cancel(meetingId, patient());
      assert.equal(count(), before);
    });
  });
}

for (const { name, make, server } of [
  {
    name: "zoom",
    make: (circuit?: CircuitBreaker) => zoom(zoomOptions(circuit && { circuit })),
    server: () => zoomServer,
  },
  {
    name: "daily",
    make: (circuit?: CircuitBreaker) => daily({ ...dailyOptions(), ...(circuit && { circuit }) }),
    server: () => dailyServer,
  },
]) {
  describe(`${name} in trouble`, () => {
    test("an answer that is lost on its way leaves one meeting", async () => {
      const rooms = make();
      // Zoom's token is got before.
      await rooms.cancel("1", patient());
      const before = drivers.find((each) => each.name === name)!.count()!;
      server().losesAnswers = 1;
      await rooms.arrange(commandFor(rooms), patient());
      assert.equal(drivers.find((each) => each.name === name)!.count()! - before, 1);
    });

    test("two failures and a success; three failures are an error", async () => {
      const rooms = make();
      server().plan = [503, 429];
      await rooms.arrange(commandFor(rooms), patient());
      server().plan = Array.from({ length: 12 }, () => 503);
      await assert.rejects(rooms.arrange(commandFor(rooms), patient()), VideoUnavailable);
    });

    test("a provider that never answers is left at the deadline, and given a rest after failures", async () => {
      const rooms = make(new CircuitBreaker({ failures: 1, restMs: 60_000 }));
      server().plan = [0, 0, 0, 0];
      const late = { signal: AbortSignal.timeout(150) };
      await assert.rejects(rooms.arrange(commandFor(rooms), late), VideoUnavailable);
      server().plan = [];
      server().calls.length = 0;
      await assert.rejects(rooms.arrange(commandFor(rooms), patient()), /given a rest/);
      assert.deepEqual(server().calls, []);
    });
  });
}

describe("what is each one's own", () => {
  test("Zoom's host gets a fresh address each time, or the guests' when Zoom is silent", async () => {
    const rooms = zoom(zoomOptions());
    const command = commandFor(rooms);
    const meeting = await rooms.arrange(command, patient());
    const host = { tenantId: "", roomId: command.roomId, personId: "", expiresAt: new Date(), isHost: true };
    const [first, second] = [
      await rooms.enter(meeting, host, patient()),
      await rooms.enter(meeting, host, patient()),
    ];
    assert.notEqual(first, second);
    zoomServer.plan = Array.from({ length: 5 }, () => 500);
    assert.equal(await rooms.enter(meeting, host, patient()), meeting.guestUrl);
  });

  test("a token Zoom no longer takes is replaced", async () => {
    const rooms = zoom(zoomOptions());
    await rooms.arrange(commandFor(rooms), patient());
    zoomServer.forgetTokens();
    await rooms.arrange(commandFor(rooms), patient());
  });

  test("Daily's room is private and closes; its host's token owns it, the guest's does not", async () => {
    const rooms = daily(dailyOptions());
    const command = commandFor(rooms);
    const { hostUrl, guestUrl } = await rooms.arrange(command, patient());
    const room = dailyServer.rooms.get(command.roomId)!;
    assert.equal(room.privacy, "private");
    assert.equal(room.config["exp"], Math.floor(command.closesAt.getTime() / 1000));
    const rights = [hostUrl, guestUrl].map((url) =>
      dailyServer.tokens.get(new URL(url).searchParams.get("t")!),
    );
    assert.deepEqual(
      rights.map((right) => [right?.room, right?.isOwner]),
      [
        [command.roomId, true],
        [command.roomId, false],
      ],
    );
  });

  test("what they say of credentials", async () => {
    const codeOf = async (check: Promise<{ code: string }>) => (await check).code;
    assert.equal(await codeOf(checkZoom(zoomOptions(), patient())), "works");
    assert.equal(await codeOf(checkZoom(zoomOptions({ clientSecret: "wrong" }), patient())), "refused");
    assert.equal(
      await codeOf(checkZoom(zoomOptions({ hosts: ["nobody@site.example"] }), patient())),
      "settings",
    );
    const { scope } = zoomServer;
    zoomServer.scope = "user:read:user:admin";
    assert.equal(await codeOf(checkZoom(zoomOptions(), patient())), "rights");
    zoomServer.scope = scope;
    assert.equal(await codeOf(checkDaily(dailyOptions(), patient())), "works");
    assert.equal(await codeOf(checkDaily({ ...dailyOptions(), apiKey: "wrong" }, patient())), "refused");
    dailyServer.plan = [503, 503, 503];
    assert.equal(await codeOf(checkDaily(dailyOptions(), patient())), "unreachable");
  });
});
