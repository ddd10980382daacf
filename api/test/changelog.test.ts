import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Deprecation } from "../src/platform/rpc/procedure.ts";
import { procedureTable } from "../src/platform/rpc/table.ts";
import { appRouter } from "../src/router.ts";

const changelog = readFileSync(join(import.meta.dirname, "../../docs/changelog.md"), "utf8");

/** What the changelog owes to those who call a procedure that goes: its line with both days, and half a year between them. */
function gapsIn(text: string, going: readonly (readonly [procedure: string, Deprecation])[]): string[] {
  const rows = text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const gaps: string[] = [];
  for (const [procedure, { since, sunset }] of going) {
    const row = rows.find(([, what = ""]) => what.includes(`\`${procedure}\``));
    if (!row) gaps.push(`${procedure} has no line`);
    else if (row[2] !== since || row[3] !== sunset) gaps.push(`${procedure} has other days`);
    else if (!row[4]) gaps.push(`${procedure} has nothing in its place`);
    const soonest = new Date(since);
    soonest.setUTCMonth(soonest.getUTCMonth() + 6);
    if (new Date(sunset) < soonest) gaps.push(`${procedure} goes too soon`);
  }
  for (const [, what = ""] of rows) {
    const [, named] = /^`([a-z]+\.\w+)`$/.exec(what) ?? [];
    if (named && !going.some(([procedure]) => procedure === named)) gaps.push(`${named} does not go`);
  }
  return gaps;
}

test("every procedure that goes stands in the changelog, with its days and what comes instead", () => {
  const going = [...procedureTable(appRouter).values()].flatMap(({ path, meta }) =>
    meta.deprecation ? [[path, meta.deprecation] as const] : [],
  );
  assert.deepEqual(gapsIn(changelog, going), []);
  assert.equal(changelog.includes("Nothing is on its way out."), going.length === 0);
});

test("what is missing there is found", () => {
  const days = { since: "2026-07-01", sunset: "2027-06-30" };
  const line = "| `things.listThings` | 2026-07-01 | 2027-06-30 | `things.findThings` |";
  const going = [["things.listThings", days]] as const;
  assert.deepEqual(gapsIn(line, going), []);
  assert.deepEqual(gapsIn("", going), ["things.listThings has no line"]);
  assert.deepEqual(gapsIn(line.replace("2027-06-30", "2027-07-30"), going), [
    "things.listThings has other days",
  ]);
  assert.deepEqual(gapsIn(line.replace("`things.findThings`", ""), going), [
    "things.listThings has nothing in its place",
  ]);
  assert.deepEqual(gapsIn(line, []), ["things.listThings does not go"]);
  const soon = { since: "2026-07-01", sunset: "2026-12-30" };
  assert.deepEqual(gapsIn(line.replace("2027-06-30", "2026-12-30"), [["things.listThings", soon]]), [
    "things.listThings goes too soon",
  ]);
});
