import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { dumpSchema } from "../src/platform/db/schema-dump.ts";
import { testDatabase } from "./database.ts";

// `npm run schema` writes api/schema.sql from the migrations; `npm run schema:check` fails when it would change.
const file = join(import.meta.dirname, "../schema.sql");
const schema = await printedSchema();

if (!process.argv.includes("--check")) {
  await writeFile(file, schema);
} else if ((await readFile(file, "utf8").catch(() => "")) !== schema) {
  process.stderr.write(
    "api/schema.sql is not what the migrations make. Run `npm run schema` and commit the result.\n",
  );
  process.exitCode = 1;
}

async function printedSchema(): Promise<string> {
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return await dumpSchema(client);
  } finally {
    await client.end();
    await database.drop();
  }
}
