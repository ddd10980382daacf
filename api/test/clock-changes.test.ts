import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeClockChanges, serverZones } from "./campaign/slots.ts";

// `npm run campaign` judges every zone. Here are those that change at midnight, by half an hour, by two hours or for
// Ramadan, and a fifteenth of the rest.
const peculiar = [
  "Africa/Cairo",
  "Asia/Beirut",
  "America/Havana",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
];
const zones = Intl.supportedValuesOf("timeZone").filter(
  (zone, at) => at % 15 === 7 || peculiar.includes(zone),
);

test("hours on days the clock changes are those of Temporal and PostgreSQL, whatever zone the server runs in", async () => {
  const verdicts = await judgeClockChanges([
    ...zones,
    "Africa/Casablanca",
    "America/New_York",
    "Europe/Berlin",
  ]);
  assert.deepEqual(
    verdicts.map(({ serverZone }) => serverZone),
    serverZones,
  );
  for (const { serverZone, wrong, judgedByBoth, judgedByTemporal, oraclesDisagree } of verdicts) {
    assert.deepEqual(wrong, [], serverZone);
    assert.ok(
      judgedByBoth > 1000 && judgedByTemporal > 200,
      `${serverZone} judged ${judgedByBoth} and ${judgedByTemporal}`,
    );
    // Two tz databases differ by the laws of the last months (Morocco from 2026-09-20 here), never by more.
    assert.ok(oraclesDisagree.length <= judgedByBoth / 50, oraclesDisagree.join("\n"));
  }
});
