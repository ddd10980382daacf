import assert from "node:assert/strict";
import { test } from "node:test";
import { joinWindow, roomState } from "./join-window.ts";

test("a room opens 15 minutes before the start and closes 30 minutes after the end", () => {
  const session = { startsAt: new Date("2026-06-02T10:00Z"), endsAt: new Date("2026-06-02T11:00Z") };
  assert.equal(joinWindow(session).opensAt.toISOString(), "2026-06-02T09:45:00.000Z");
  const states: [string, string][] = [
    ["09:44:00", "early"],
    ["09:44:59.999", "early"],
    ["09:45:00", "open"],
    ["11:30:00", "open"],
    ["11:30:01", "over"],
  ];
  for (const [clock, state] of states)
    assert.equal(roomState(session, new Date(`2026-06-02T${clock}Z`)), state, clock);
});
