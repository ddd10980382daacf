import assert from "node:assert/strict";
import { test } from "node:test";
import { killHouses } from "./campaign/crashes.ts";

test("the house is killed while people book, pay and call off: every order ends as it should, no money and no time is lost or kept", async (context) => {
  const { counts, ...outlived } = await killHouses({ kills: 3, people: 4 });
  context.diagnostic(JSON.stringify(counts));
  assert.deepEqual(outlived, { wrongEnds: [], leftovers: {}, isLedgerSound: true });
  assert.ok(counts.confirmed >= 4 && counts.cancelled >= 4 && counts.expired >= 4, JSON.stringify(counts));
});
