import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { teamNewsNames } from "../chat/team-news.ts";
import { allNotices } from "./all-notices.ts";

const text = readFileSync(join(import.meta.dirname, "../../../../../docs/notifications.md"), "utf8");

/** The cells of a table's rows, below a heading. */
const rowsBelow = (heading: string): string[][] =>
  text
    .slice(text.indexOf(`## ${heading}`))
    .split("\n## ")[0]!
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));

test("the catalogue in the documentation names every notice with its event, its kind and whether it comes at once", () => {
  assert.deepEqual(
    rowsBelow("Members").map(([, event, name, kind, , isUrgent]) => [event, name, kind, isUrgent]),
    allNotices.map(({ on, name, category, isUrgent }) => [on, name, category, isUrgent ? "yes" : "no"]),
  );
});

test("and everything a team's chat can be told", () => {
  assert.deepEqual(
    rowsBelow("The team").map(([, event]) => event),
    [...teamNewsNames],
  );
});
