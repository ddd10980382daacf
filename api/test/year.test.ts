import assert from "node:assert/strict";
import { test } from "node:test";
import { liveThrough } from "./campaign/year.ts";

test("a sandbox lives through 400 days: reminders once each in order, nothing stuck, who is signed in stays so", async (context) => {
  const { counts, ...lived } = await liveThrough({ total: 400, step: 40 });
  context.diagnostic(JSON.stringify(counts));
  assert.deepEqual(lived, {
    wrongReminders: [],
    wrongHours: [],
    wrongEnds: [],
    leftovers: {},
    bugs: [],
    isLedgerSound: true,
    signedIn: { me: 200, refresh: 200 },
  });
  assert.ok(counts.sessions >= 12 && counts.clockChanges >= 2 && counts.timers > 100, JSON.stringify(counts));
});
