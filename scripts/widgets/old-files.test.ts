import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deleteOldFiles } from "./old-files.ts";

const day = 86_400;
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "dist-"));
});
after(() => rmSync(folder, { recursive: true }));

test("files of builds of the last 30 days stay", () => {
  const now = Date.now();
  for (const [name, days] of [
    ["core-NEW.js", 0],
    ["core-THISMONTH.js", 29],
    ["core-OLD.js", 31],
  ] as const) {
    writeFileSync(join(folder, name), "");
    utimesSync(join(folder, name), now / 1000 - days * day, now / 1000 - days * day);
  }
  deleteOldFiles(folder, now);
  assert.deepEqual(readdirSync(folder).toSorted(), ["core-NEW.js", "core-THISMONTH.js"]);
});
