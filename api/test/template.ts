import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrateLatest, migrationsDir } from "../src/platform/db/migrate.ts";

/** The platform secret of every test database; roles belong to the cluster, so there can be only one. */
export const testSecret = `t1:${Buffer.alloc(32, 7).toString("base64")}`;

/** Any number; the same for every test process. */
const TEMPLATE_LOCK = 7_235_554;

// A file that is about to clone must still find its template while another one, with newer migrations, builds its own.
const KEPT = 3;

/** Name of a database migrated by exactly this code; made by the first test file that asks, while the others wait. */
export async function migratedTemplate(adminUrl: string): Promise<string> {
  const name = `template_${sourceHash()}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rows } = await admin.query<{ datname: string; ready: boolean }>(
      "select datname, datistemplate as ready from pg_database where datname like 'template\\_%' order by oid desc",
    );
    if (rows.some((row) => row.datname === name && row.ready)) return name;
    const half = rows.filter((row) => !row.ready);
    await dropTemplates(admin, [...half, ...rows.filter((row) => row.ready).slice(KEPT - 1)]);
    await build(admin, adminUrl, name);
    return name;
  } finally {
    await admin.end();
  }
}

async function build(admin: pg.Client, adminUrl: string, name: string): Promise<void> {
  await admin.query(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = name;
  await migrateLatest(url.href, testSecret);
  // Marked last, so that one left half-way is built again; closed, because an open one cannot be cloned.
  await admin.query(`alter database ${name} with is_template true allow_connections false`);
}

async function dropTemplates(admin: pg.Client, templates: readonly { datname: string }[]): Promise<void> {
  for (const { datname } of templates) {
    await admin.query(`alter database ${datname} with is_template false`);
    await admin.query(`drop database ${datname} with (force)`);
  }
}

// Everything that shapes a fresh database: the migrations and the code that runs them.
function sourceHash(): string {
  const hash = createHash("sha256").update(testSecret);
  for (const dir of [migrationsDir, join(import.meta.dirname, "../src/platform/db")]) {
    for (const file of readdirSync(dir).sort()) {
      if (file.endsWith(".ts") && !file.endsWith(".test.ts"))
        hash.update(file).update(readFileSync(join(dir, file)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
