import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, afterEach, test } from "node:test";
import { promisify } from "node:util";
import pg from "pg";
import { stopServer } from "./embedded-server.ts";
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded.ts";

const run = promisify(execFile);
const asRoot = process.getuid?.() === 0;
// mkdtemp makes it 0700: as root, no other user can enter, like a checkout below /root.
const home = mkdtempSync(join(tmpdir(), "tessera-embedded-"));
const dataDir = join(home, "data");
const path = process.env["PATH"];

const start = (options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, settings: { fsync: "off", shared_buffers: "16MB" }, ...options });

const serverPid = (): number => Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows[0] === undefined ? undefined : Object.values(rows[0])[0];
}

afterEach(() => stopServer(dataDir));
after(() => rmSync(home, { recursive: true, force: true }));

test("starts on nothing, keeps its data, and joins a server already running", async () => {
  const first = await start();
  await ask(first.adminUrl, "create table kept as select 'here'::text as word");
  const joined = await start();
  assert.equal(joined.adminUrl, first.adminUrl);
  await joined.stop();
  const second = await start();
  assert.equal(await ask(second.adminUrl, "select word from kept"), "here");
});

test("several first starts at once end with one server", async () => {
  const fresh = join(home, "fresh");
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(import.meta.resolve("./embedded.ts"))});
    console.log((await startEmbeddedPostgres({ dataDir: ${JSON.stringify(fresh)} })).adminUrl);`;
  const starters = Array.from({ length: 3 }, () => run("node", ["--input-type=module", "-e", program]));
  const said = (await Promise.all(starters)).map(({ stdout }) => stdout.trim());
  assert.match(said[0] ?? "", /^postgres:/);
  assert.equal(new Set(said).size, 1);
  await stopServer(fresh);
});

test("listens on this machine alone and asks for the password", async () => {
  const { adminUrl } = await start();
  assert.equal(await ask(adminUrl, "show listen_addresses"), "127.0.0.1");
  assert.equal(await ask(adminUrl, "show unix_socket_directories"), "");
  const wrong = new URL(adminUrl);
  wrong.password = "guessed";
  await assert.rejects(ask(wrong.href, "select 1"), { code: "28P01" });
  assert.equal(statSync(join(dataDir, "superuser.password")).mode & 0o777, 0o600);
});

test("knows letters beyond ASCII and sorts by code point", async () => {
  const { adminUrl } = await start();
  await ask(adminUrl, "create extension pg_trgm");
  assert.equal(
    await ask(adminUrl, "select upper('é') || lower('Я') || cardinality(show_trgm('教练'))"),
    "Éя3",
  );
  assert.equal(await ask(adminUrl, "select 'Z' < 'a'"), true);
});

test("starts again after the server was killed", async () => {
  await start();
  process.kill(serverPid(), "SIGKILL");
  const { adminUrl } = await start();
  assert.equal(await ask(adminUrl, "select 1"), 1);
});

test("starts when another program has the number of the killed server", async () => {
  await start();
  await stopServer(dataDir);
  writeFileSync(
    join(dataDir, "postmaster.pid"),
    `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n\nready\n`,
  );
  const { adminUrl } = await start();
  assert.equal(await ask(adminUrl, "select 1"), 1);
});

test("takes another port when the wished one is in use", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  const { adminUrl } = await start({ port });
  taken.close();
  assert.notEqual(new URL(adminUrl).port, String(port));
});

test("one sentence when it cannot start", async () => {
  await assert.rejects(
    start({ settings: { shared_buffers: "plenty" } }),
    /did not start: .*"shared_buffers": "plenty"/,
  );
  const old = join(home, "old");
  mkdirSync(old);
  writeFileSync(join(old, "PG_VERSION"), "14\n");
  await assert.rejects(start({ dataDir: old }), /was written by PostgreSQL 14, and the bundled one is 18/);
});

test(
  "root in a container without user namespaces",
  { skip: !asRoot && "only root needs another user" },
  async () => {
    const refusing = join(home, "refusing");
    mkdirSync(refusing);
    writeFileSync(join(refusing, "unshare"), "#!/bin/sh\nexit 1\n");
    chmodSync(join(refusing, "unshare"), 0o755);
    process.env["PATH"] = `${refusing}${delimiter}${path}`;
    try {
      const { adminUrl } = await start();
      assert.equal(await ask(adminUrl, "select word from kept"), "here");
    } finally {
      process.env["PATH"] = path;
    }
    await stopServer(dataDir);
    await start();
  },
);
