// `npm run check`: everything but the tests that must be green before a change lands. Runs all steps, then says which failed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { leavePostgresAsFound } from "./test/postgres.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;

const steps = ["format:check", "lint", "types", "arrows", "unused"];

/** Generated files that are committed, each with the script that compares it to what it is generated from. */
const generated = [
  { script: "contracts:check", file: "sdk-js/src/contract.ts" },
  { script: "schema:check", file: "api/schema.sql" },
  { script: "diagram:check", file: "docs/database.md" },
  { script: "manifest:check", file: "widgets/custom-elements.json" },
  { script: "element-types:check", file: "sdk-js/src/elements.ts" },
];

leavePostgresAsFound(root);
const failed: string[] = [];
for (const step of steps) runStep(step);
for (const { script, file } of generated) {
  if (script in scripts) runStep(script);
  else if (existsSync(join(root, file)))
    fail(script, `${file} is committed, but no script ${script} compares it.`);
}
console.log(failed.length === 0 ? "\nEverything is in order." : `\nFailed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function runStep(name: string): void {
  console.log(`\n== ${name}`);
  const { status } = spawnSync("npm", ["run", "--silent", name], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) failed.push(name);
}

function fail(name: string, reason: string): void {
  console.log(`\n== ${name}\n${reason}`);
  failed.push(name);
}
