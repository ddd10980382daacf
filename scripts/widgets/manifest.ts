// `npm run manifest` writes widgets/custom-elements.json, what a page may use of each widget; with --check it only compares.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const widgets = fileURLToPath(new URL("../../widgets/", import.meta.url));
const analyzer = fileURLToPath(
  new URL("../../node_modules/@custom-elements-manifest/analyzer/cem.js", import.meta.url),
);

const scratch = mkdtempSync(join(tmpdir(), "manifest-"));
const options = [
  "analyze",
  "--quiet",
  "--config",
  "custom-elements-manifest.config.mjs",
  "--outdir",
  scratch,
];
const { status, stderr } = spawnSync("node", [analyzer, ...options], { cwd: widgets, encoding: "utf8" });
if (status !== 0) throw new Error(`The analyzer failed: ${stderr}`);
const manifest = readFileSync(join(scratch, "custom-elements.json"), "utf8");
rmSync(scratch, { recursive: true });

const file = join(widgets, "custom-elements.json");
if (!process.argv.includes("--check")) writeFileSync(file, manifest);
else if (readFileSync(file, "utf8") !== manifest) {
  console.error(
    "widgets/custom-elements.json is not what the sources say. Run `npm run manifest` and commit the result.",
  );
  process.exitCode = 1;
}
