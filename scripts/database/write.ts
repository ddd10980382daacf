// `npm run diagram` writes docs/database.md, what tables there are and how they hang together; with --check it only compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { databaseDocument } from "./diagram.ts";
import { byModule, tablesIn } from "./tables.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "api/migrations");
const migrations = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const schema = readFileSync(join(root, "api/schema.sql"), "utf8");
const text = databaseDocument(byModule(tablesIn(schema), migrations));

const file = join(root, "docs/database.md");
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (readFileSync(file, "utf8") !== text) {
  console.error(
    "docs/database.md is not what api/schema.sql says. Run `npm run diagram` and commit the result.",
  );
  process.exitCode = 1;
}
