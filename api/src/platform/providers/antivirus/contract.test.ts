import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { ClamdServer } from "../../../../test/clamd-server.ts";
import { eicar } from "../../files/testing.ts";
import { newId } from "../../ids.ts";
import { clamd } from "./clamd.ts";
import { localAntivirus } from "./local.ts";
import { type Antivirus } from "./port.ts";

const mb = 1024 * 1024;
const patience = () => ({ signal: AbortSignal.timeout(60_000) });

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "tessera-antivirus-"));
});
after(() => rm(folder, { recursive: true }));

async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(folder, newId(new Date()));
  await writeFile(path, content);
  return path;
}

interface Driver {
  readonly name: string;
  /** What it says of a file in which it finds nothing. */
  readonly otherwise: "clean" | "unscanned";
  readonly finding: RegExp;
  readonly open: () => Promise<{ scanner: Antivirus; close: () => Promise<void> }>;
}

const drivers: Driver[] = [
  {
    name: "local",
    otherwise: "unscanned",
    finding: /^EICAR-Test-Signature$/,
    open: async () => ({ scanner: localAntivirus, close: async () => undefined }),
  },
  {
    name: "clamd",
    otherwise: "clean",
    finding: /^Eicar-Test-Signature$/,
    open: async () => {
      const server = await new ClamdServer({ maxBytes: 25 * mb }).open();
      return { scanner: clamd(server.address), close: () => server.stop() };
    },
  },
];

// Debian puts it where only root's path leads.
const daemon = ["clamd", "/usr/sbin/clamd", "/usr/local/sbin/clamd"].find(
  (path) => spawnSync(path, ["--version"]).status === 0,
);
if (daemon) {
  drivers.push({
    name: `clamd, the real daemon at ${daemon}`,
    otherwise: "clean",
    finding: /Eicar/i,
    open: () => realDaemon(daemon),
  });
} else {
  it("antivirus: clamd, the real daemon", { skip: "clamd is not installed here" });
}

for (const { name, otherwise, finding, open } of drivers) {
  describe(`antivirus: ${name}`, () => {
    let scanner: Antivirus;
    let close: () => Promise<void>;
    before(async () => {
      ({ scanner, close } = await open());
    });
    after(() => close());

    it("finds the test file", async () => {
      const verdict = await scanner.scan(await fileOf(eicar), patience());
      assert.ok(verdict.state === "infected");
      assert.match(verdict.finding, finding);
    });

    it("says of other files that nothing was found, also of large and of empty ones", async () => {
      for (const content of ["hello", "", Buffer.alloc(9 * mb, 65)])
        assert.deepEqual(await scanner.scan(await fileOf(content), patience()), { state: otherwise });
    });

    it("looks at several files at once", async () => {
      const paths = await Promise.all(
        Array.from({ length: 8 }, (_, at) => fileOf(at % 2 === 0 ? eicar : `hello ${at}`)),
      );
      const verdicts = await Promise.all(paths.map((path) => scanner.scan(path, patience())));
      assert.deepEqual(
        verdicts.map(({ state }) => state),
        paths.map((_, at) => (at % 2 === 0 ? "infected" : otherwise)),
      );
    });

    it("throws when it is told to stop", async () => {
      const path = await fileOf("hello");
      await assert.rejects(() => scanner.scan(path, { signal: AbortSignal.abort() }));
    });
  });
}

describe("antivirus: local", () => {
  it("finds the test signature wherever it stands, also across two chunks", async () => {
    for (const before of [0, 1, 65_500, 65_535, 200_000]) {
      const path = await fileOf(
        Buffer.concat([Buffer.alloc(before, 65), Buffer.from(eicar), Buffer.alloc(70_000, 66)]),
      );
      const verdict = await localAntivirus.scan(path, patience());
      assert.equal(verdict.state, "infected", String(before));
    }
  });
});

describe("antivirus: clamd in trouble", () => {
  let server: ClamdServer;
  before(async () => {
    server = await new ClamdServer({ maxBytes: mb }).open();
  });
  after(() => server.stop());

  for (const trouble of ["hangs_up", "broken_reply", "no_database"] as const) {
    it(`throws when it ${trouble.replace("_", " ")}: nothing was looked at`, async () => {
      server.trouble = trouble;
      const path = await fileOf("hello");
      await assert.rejects(() => clamd(server.address).scan(path, patience()));
      server.trouble = null;
      assert.deepEqual(await clamd(server.address).scan(path, patience()), { state: "clean" });
    });
  }

  it("throws when it never answers, as soon as it is told to stop", async () => {
    server.trouble = "silent";
    const path = await fileOf("hello");
    await assert.rejects(() => clamd(server.address).scan(path, { signal: AbortSignal.timeout(200) }));
    server.trouble = null;
  });

  it("throws for a file larger than the daemon takes: it is never called clean", async () => {
    const path = await fileOf(Buffer.alloc(3 * mb, 65));
    // The daemon hangs up while it is still being sent to: its reply may be lost with the connection.
    await assert.rejects(
      () => clamd(server.address).scan(path, patience()),
      /size limit|ECONNRESET|EPIPE|closed the connection/,
    );
  });

  it("throws when nobody listens", async () => {
    const path = await fileOf("hello");
    await assert.rejects(() => clamd("clamd://127.0.0.1:9").scan(path, patience()));
    await assert.rejects(() => clamd(`unix:${folder}/no.sock`).scan(path, patience()));
  });
});

/** ClamAV's own daemon with one signature, that of the test file, on a socket in our folder. */
async function realDaemon(path: string): Promise<{ scanner: Antivirus; close: () => Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), "tessera-clamd-"));
  const socket = join(place, "clamd.sock");
  await writeFile(
    join(place, "test.ndb"),
    `Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString("hex")}\n`,
  );
  await writeFile(
    join(place, "clamd.conf"),
    [`LocalSocket ${socket}`, `DatabaseDirectory ${place}`, "Foreground yes", "StreamMaxLength 25M"].join(
      "\n",
    ),
  );
  const child = spawn(path, ["--config-file", join(place, "clamd.conf")], { stdio: "ignore" });
  const isReady = () =>
    new Promise<boolean>((resolve) => {
      const probe = connect({ path: socket });
      probe.once("connect", () => resolve(true)).once("error", () => resolve(false));
      probe.once("connect", () => probe.destroy());
    });
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries > 300 || child.exitCode !== null) throw new Error("The daemon did not start.");
    await sleep(100);
  }
  return {
    scanner: clamd(`unix:${socket}`),
    close: async () => {
      child.kill();
      await rm(place, { recursive: true, force: true });
    },
  };
}
