import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { afterQuietHours, type Digest, nextDigest, scheduleOf } from "./delivery-time.ts";

const berlin = "Europe/Berlin";
const night = { from: 22 * 60, until: 7 * 60 };
const nap = { from: 13 * 60, until: 14 * 60 };

describe("quiet hours", () => {
  const cases: [what: string, zone: string, hours: typeof night, at: string, until: string][] = [
    ["by day nothing waits", berlin, night, "2026-01-14T11:00:00Z", "2026-01-14T11:00:00Z"],
    ["the first minute", berlin, night, "2026-01-14T21:00:00Z", "2026-01-15T06:00:00Z"],
    ["a minute before", berlin, night, "2026-01-14T20:59:00Z", "2026-01-14T20:59:00Z"],
    ["after midnight", berlin, night, "2026-01-15T02:00:00Z", "2026-01-15T06:00:00Z"],
    ["their end is no quiet any more", berlin, night, "2026-01-15T06:00:00Z", "2026-01-15T06:00:00Z"],
    ["within one day", berlin, nap, "2026-01-15T12:30:00Z", "2026-01-15T13:00:00Z"],
    [
      "the night clocks go forward is an hour shorter",
      berlin,
      night,
      "2026-03-28T21:30:00Z",
      "2026-03-29T05:00:00Z",
    ],
    [
      "the night clocks go back is an hour longer",
      berlin,
      night,
      "2026-10-24T20:30:00Z",
      "2026-10-25T06:00:00Z",
    ],
    ["the doubled hour, second time", berlin, night, "2026-10-25T01:30:00Z", "2026-10-25T06:00:00Z"],
    [
      "an end that the clock skips comes at the gap",
      berlin,
      { from: 1320, until: 150 },
      "2026-03-29T00:30:00Z",
      "2026-03-29T01:30:00Z",
    ],
    [
      "another zone sleeps at another time",
      "Asia/Shanghai",
      night,
      "2026-01-14T15:00:00Z",
      "2026-01-14T23:00:00Z",
    ],
    ["half hours of offset", "Asia/Kolkata", night, "2026-01-14T16:30:00Z", "2026-01-15T01:30:00Z"],
  ];
  for (const [what, zone, quietHours, at, until] of cases) {
    test(what, () =>
      assert.equal(
        afterQuietHours(new Date(at), { quietHours, zone }).toISOString(),
        new Date(until).toISOString(),
      ),
    );
  }
  test("without them nothing waits", () => {
    const at = new Date("2026-01-15T02:00:00Z");
    assert.equal(afterQuietHours(at, { quietHours: null, zone: berlin }), at);
  });
});

describe("digests", () => {
  const cases: [digest: Digest, zone: string, now: string, due: string][] = [
    ["hourly", berlin, "2026-01-14T11:10:00Z", "2026-01-14T12:00:00Z"],
    ["hourly", berlin, "2026-01-14T12:00:00Z", "2026-01-14T13:00:00Z"],
    ["hourly", berlin, "2026-01-14T22:30:00Z", "2026-01-14T23:00:00Z"],
    ["hourly", "Asia/Kolkata", "2026-01-14T11:10:00Z", "2026-01-14T11:30:00Z"],
    ["daily", berlin, "2026-01-14T06:59:00Z", "2026-01-14T07:00:00Z"],
    ["daily", berlin, "2026-01-14T07:00:00Z", "2026-01-15T07:00:00Z"],
    ["daily", berlin, "2026-03-28T12:00:00Z", "2026-03-29T06:00:00Z"],
    ["daily", berlin, "2026-10-24T12:00:00Z", "2026-10-25T07:00:00Z"],
    // 14 January 2026 was a Wednesday.
    ["weekly", berlin, "2026-01-14T12:00:00Z", "2026-01-19T07:00:00Z"],
    ["weekly", berlin, "2026-01-19T06:00:00Z", "2026-01-19T07:00:00Z"],
    ["weekly", berlin, "2026-01-19T07:00:00Z", "2026-01-26T07:00:00Z"],
  ];
  for (const [digest, zone, now, due] of cases) {
    test(`${digest} after ${now} in ${zone}`, () =>
      assert.equal(nextDigest(new Date(now), { digest, zone }).toISOString(), new Date(due).toISOString()));
  }
  test("of a doubled hour the next digest is still ahead", () => {
    for (const minute of [5, 35, 65, 95, 125]) {
      const now = new Date(Date.UTC(2026, 9, 25, 0, minute));
      const due = nextDigest(now, { digest: "hourly", zone: berlin });
      assert.ok(due > now && due.getTime() - now.getTime() <= 2 * 3_600_000, due.toISOString());
    }
  });
});

describe("when news goes out", () => {
  const evening = new Date("2026-01-14T22:00:00Z");
  const rhythm = { digest: "daily", quietHours: night, zone: berlin } as const;
  test("urgent news at once, also at night and whatever is bundled", () =>
    assert.deepEqual(scheduleOf(evening, rhythm, { isUrgent: true, channel: "email" }), {
      at: null,
      isForDigest: false,
    }));
  test("mails wait for the digest, pushes for the morning", () => {
    const at = (channel: "email" | "push") =>
      scheduleOf(evening, rhythm, { isUrgent: false, channel }).at?.toISOString();
    assert.equal(at("email"), "2026-01-15T07:00:00.000Z");
    assert.equal(at("push"), "2026-01-15T06:00:00.000Z");
  });
  test("an hourly digest does not disturb the night", () =>
    assert.equal(
      scheduleOf(
        evening,
        { ...rhythm, digest: "hourly" },
        { isUrgent: false, channel: "email" },
      ).at?.toISOString(),
      "2026-01-15T06:00:00.000Z",
    ));
  test("nothing waits without rules", () =>
    assert.deepEqual(
      scheduleOf(
        evening,
        { digest: "off", quietHours: null, zone: berlin },
        { isUrgent: false, channel: "push" },
      ),
      { at: null, isForDigest: false },
    ));
});
