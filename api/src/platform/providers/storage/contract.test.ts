import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { newId } from "../../ids.ts";
import { eicar } from "../../files/testing.ts";
import { localAntivirus } from "../antivirus/local.ts";
import { localStorage } from "./local.ts";
import { type FileStorage } from "./port.ts";

const signal = AbortSignal.timeout(60_000);
const key = () => `${newId(new Date())}/${newId(new Date())}`;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "tessera-storage-"));
});
after(() => rm(folder, { recursive: true }));

const drivers: { name: string; open: () => FileStorage }[] = [
  { name: "local", open: () => localStorage(join(folder, "stored")) },
];

async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(folder, newId(new Date()));
  await writeFile(path, content);
  return path;
}

for (const { name, open } of drivers) {
  describe(`storage: ${name}`, () => {
    it("gives back what was put, with its length", async () => {
      const storage = open();
      const at = key();
      await storage.put(at, await fileOf("你好 bytes"), { signal });
      const found = await storage.get(at);
      assert.equal(found?.bytes, Buffer.byteLength("你好 bytes"));
      assert.equal((await buffer(found.stream)).toString(), "你好 bytes");
    });

    it("puts the same key twice, keeps other widths apart, and leaves nothing unfinished behind", async () => {
      const storage = open();
      const at = key();
      await storage.put(at, await fileOf("one"), { signal });
      await storage.put(at, await fileOf("one"), { signal });
      await storage.put(`${at}.320`, await fileOf("small"), { signal });
      assert.equal((await buffer((await storage.get(`${at}.320`))!.stream)).toString(), "small");
      if (name === "local")
        assert.equal((await readdir(join(folder, "stored", at.split("/")[0]!))).length, 2);
    });

    it("answers null for what is not there or was deleted; deletes twice", async () => {
      const storage = open();
      const at = key();
      assert.equal(await storage.get(at), null);
      await storage.put(at, await fileOf("gone"), { signal });
      await storage.delete(at, { signal });
      await storage.delete(at, { signal });
      assert.equal(await storage.get(at), null);
    });

    it("takes no key that leads elsewhere", async () => {
      const storage = open();
      for (const bad of [
        "../secret",
        `${key()}/../../x`,
        "/etc/passwd",
        `${key()}.png`,
        `${key()}.quarantine.1`,
        "",
      ]) {
        await assert.rejects(() => storage.get(bad), /no key/, bad);
      }
    });
  });
}

describe("antivirus: local", () => {
  it("finds the test signature wherever it stands, also across two chunks", async () => {
    for (const before of [0, 1, 65_500, 65_535, 200_000]) {
      const path = await fileOf(
        Buffer.concat([Buffer.alloc(before, 65), Buffer.from(eicar), Buffer.alloc(70_000, 66)]),
      );
      const verdict = await localAntivirus.scan(path, { signal });
      assert.deepEqual(verdict, { state: "infected", finding: "EICAR-Test-Signature" }, String(before));
    }
  });

  it("says of anything else that nobody scanned it", async () => {
    const verdict = await localAntivirus.scan(await fileOf(eicar.slice(1)), { signal });
    assert.deepEqual(verdict, { state: "unscanned" });
  });
});
