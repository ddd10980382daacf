import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runtimeComplaint } from "./own-node.mjs";

/** A folder whose installed node answers this version; none when undefined. */
function installed(version?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "tessera-node-"));
  const bin = join(folder, "node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  if (version !== undefined) {
    writeFileSync(join(bin, "node"), `#!/bin/sh\necho ${version}\n`);
    chmodSync(join(bin, "node"), 0o755);
  }
  return folder;
}

for (const [version, fine] of [
  ["v24.11.0", true],
  ["v22.18.0", true],
  ["v22.17.1", false],
  ["v20.20.2", false],
  [undefined, false],
] as const) {
  test(`an installed Node ${version ?? "that is missing"} is ${fine ? "used" : "refused in one sentence"}`, (context) => {
    const folder = installed(version);
    context.after(() => rmSync(folder, { recursive: true }));
    const complaint = runtimeComplaint(folder);
    if (fine) assert.equal(complaint, undefined);
    else assert.match(complaint ?? "", /install scripts or development dependencies were switched off/);
  });
}
