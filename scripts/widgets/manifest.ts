// `npm run manifest` writes widgets/custom-elements.json, what a page may use of each widget; with --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
// @ts-expect-error The analyzer comes without types.
import { cli } from "@custom-elements-manifest/analyzer/cli.js";

const widgets = fileURLToPath(new URL("../../widgets/", import.meta.url));
const argv = ["analyze", "--quiet", "--config", "custom-elements-manifest.config.mjs"];
const manifest = (await cli({ argv, cwd: widgets, noWrite: true })) as { modules: { path: string }[] };
// The analyzer reads files side by side and lists them as they come.
manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
const text = `${JSON.stringify(manifest, null, 2)}\n`;

const file = `${widgets}custom-elements.json`;
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (readFileSync(file, "utf8") !== text) {
  console.error(
    "widgets/custom-elements.json is not what the sources say. Run `npm run manifest` and commit the result.",
  );
  process.exitCode = 1;
}
