import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dateOf, dayOf } from "../../../platform/time.ts";
import { HostCalendar } from "./host-calendar.ts";

describe("a host's calendar", () => {
  const abroad = new HostCalendar("Asia/Tokyo", [
    { zone: "America/Los_Angeles", from: "2026-06-01", until: "2026-06-03" },
    { zone: "Europe/London", from: "2026-06-03", until: null },
  ]);
  const dateAt = (iso: string) => dateOf(abroad.dayAt(Date.parse(`${iso}Z`)));

  test("a date lasts until the next one starts where the host is then", () => {
    assert.equal(dateAt("2026-05-31T14:59"), "2026-05-31");
    assert.equal(dateAt("2026-06-01T07:00"), "2026-06-01");
    // Already the next date in Tokyo, not yet in Los Angeles.
    assert.equal(dateAt("2026-06-02T02:00"), "2026-06-01");
    assert.equal(dateAt("2026-06-02T07:00"), "2026-06-02");
    assert.equal(dateAt("2026-06-02T22:59"), "2026-06-02");
    assert.equal(dateAt("2026-06-02T23:00"), "2026-06-03");
  });

  test("of two stays on one date the one listed last counts", () => {
    assert.equal(abroad.zoneOn(dayOf("2026-06-03")).name, "Europe/London");
    assert.equal(abroad.zoneOn(dayOf("2026-05-31")).name, "Asia/Tokyo");
  });

  test("a date whose midnight is skipped starts an hour later", () => {
    const cairo = new HostCalendar("Africa/Cairo");
    assert.equal(new Date(cairo.startOf(dayOf("2026-04-24"))).toISOString(), "2026-04-23T22:00:00.000Z");
  });
});
