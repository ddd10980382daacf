import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Counts } from "./counts.ts";

const folder = mkdtempSync(join(tmpdir(), "tessera-ending-"));
after(() => rmSync(folder, { recursive: true }));

for (const [what, source, told] of [
  [
    "whose `before` fails",
    `before(() => { createServer().listen(0); throw new Error("No house."); });
     after(() => house.close());
     test("lives in the house", () => {});`,
    /No house\.[^]*house is not defined/,
  ],
  [
    "that closes nothing",
    `test("opens a server", () => { createServer().listen(0); });`,
    /keeps open: TCPServerWrap/,
  ],
] as const) {
  test(`a test file ${what} is ended soon, and has failed`, () => {
    const [file, counts] = [join(folder, `${what.length}.test.mjs`), join(folder, `${what.length}.json`)];
    writeFileSync(
      file,
      `import { createServer } from "node:net"; import { after, before, test } from "node:test"; ${source}`,
    );
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status } = spawnSync("node", [join(import.meta.dirname, "node-tests.ts"), "1", counts, file], {
      env: { ...env, TEST_ENDING_MS: "500" },
      timeout: 60_000,
    });
    assert.equal(status, 1);
    const { failures } = JSON.parse(readFileSync(counts, "utf8")) as Counts;
    assert.match(failures.map((each) => each.told).join("\n"), told);
  });
}
