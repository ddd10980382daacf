import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, beforeEach, describe, it } from "node:test";
import { s3Account, S3Server } from "../../../../test/s3-server.ts";
import { newId } from "../../ids.ts";
import { localStorage } from "./local.ts";
import { type FileStorage, type StoredKey } from "./port.ts";
import { s3Storage } from "./s3.ts";

const signal = AbortSignal.timeout(120_000);
const key = () => `${newId(new Date())}/${newId(new Date())}`;

let folder: string;
let store: S3Server;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "tessera-storage-"));
  store = await new S3Server().open();
});
after(async () => {
  await store.stop();
  await rm(folder, { recursive: true });
});

const drivers: { name: string; open: () => FileStorage }[] = [
  { name: "local", open: () => localStorage(join(folder, "stored")) },
  { name: "s3", open: () => s3Storage({ ...s3Account, endpoint: store.url }) },
];

async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(folder, newId(new Date()));
  await writeFile(path, content);
  return path;
}

const read = async (storage: FileStorage, at: string, range?: { from: number; to: number }) => {
  const found = await storage.get(at, range);
  return found && { bytes: found.bytes, content: await buffer(found.stream) };
};

async function listed(storage: FileStorage, tenantId: string): Promise<StoredKey[]> {
  const keys: StoredKey[] = [];
  for await (const each of storage.list(tenantId, { signal })) keys.push(each);
  return keys;
}

for (const { name, open } of drivers) {
  describe(`storage: ${name}`, () => {
    it("gives back what was put, with its length", async () => {
      const storage = open();
      for (const content of ["你好 bytes", Buffer.alloc(3_000_000, 7)]) {
        const at = key();
        await storage.put(at, await fileOf(content), { signal });
        const found = await read(storage, at);
        assert.equal(found?.bytes, Buffer.byteLength(content));
        assert.ok(found?.content.equals(Buffer.from(content)));
      }
    });

    it("gives a part of it, with the length of the whole", async () => {
      const storage = open();
      const at = key();
      await storage.put(at, await fileOf("0123456789"), { signal });
      for (const [from, to, part] of [
        [0, 0, "0"],
        [2, 5, "2345"],
        [9, 9, "9"],
        [0, 9, "0123456789"],
      ] as const) {
        const found = await read(storage, at, { from, to });
        assert.deepEqual([found?.bytes, found?.content.toString()], [10, part]);
      }
    });

    it("puts the same key twice and keeps other widths and the quarantine apart", async () => {
      const storage = open();
      const at = key();
      await storage.put(at, await fileOf("one"), { signal });
      await storage.put(at, await fileOf("two"), { signal });
      await storage.put(`${at}.320`, await fileOf("small"), { signal });
      await storage.put(`${at}.quarantine`, await fileOf("bad"), { signal });
      assert.equal((await read(storage, at))?.content.toString(), "two");
      assert.equal((await read(storage, `${at}.320`))?.content.toString(), "small");
      assert.equal((await read(storage, `${at}.quarantine`))?.content.toString(), "bad");
    });

    it("lets go of bytes that nobody reads to their end", async () => {
      const storage = open();
      const at = key();
      await storage.put(at, await fileOf(Buffer.alloc(3_000_000, 5)), { signal });
      for (let time = 0; time < 3; time++) (await storage.get(at))?.stream.destroy();
      // A failure nobody hears of would end the process by now.
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal((await read(storage, at))?.content.length, 3_000_000);
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

    it("lists every key of a tenant with the time it was written", async () => {
      const storage = open();
      const tenantId = newId(new Date());
      const keys = ["", ".96", "", "", ".quarantine"].map(
        (ending) => `${tenantId}/${newId(new Date())}${ending}`,
      );
      for (const at of [...keys, key()]) await storage.put(at, await fileOf("x"), { signal });
      store.pageSize = 2;
      const all = await listed(storage, tenantId);
      store.pageSize = 1000;
      assert.deepEqual(all.map((each) => each.key).toSorted(), keys.toSorted());
      for (const { writtenAt } of all) assert.ok(Math.abs(Date.now() - writtenAt.getTime()) < 60_000);
    });

    it("takes no key that leads elsewhere", async () => {
      const storage = open();
      for (const bad of [
        "../secret",
        `${key()}/../../x`,
        "/etc/passwd",
        `${key()}.png`,
        `${key()}.96.quarantine`,
        "",
      ]) {
        await assert.rejects(() => storage.get(bad), /no key/, bad);
        await assert.rejects(() => storage.delete(bad, { signal }), /no key/, bad);
      }
    });

    it("stops when it is told to", async () => {
      const storage = open();
      const path = await fileOf("late");
      const at = key();
      await assert.rejects(() => storage.put(at, path, { signal: AbortSignal.abort() }));
      assert.equal(await storage.get(at), null);
    });
  });
}

describe("storage: local", () => {
  it("leaves nothing unfinished behind", async () => {
    const storage = localStorage(join(folder, "stored"));
    const at = key();
    await storage.put(at, await fileOf("one"), { signal });
    assert.equal((await readdir(join(folder, "stored", at.split("/")[0]!))).length, 1);
    await assert.rejects(() => storage.put(at, join(folder, "nothing"), { signal }));
    assert.equal((await readdir(join(folder, "stored", at.split("/")[0]!))).length, 1);
  });
});

describe("storage: s3 in trouble", () => {
  beforeEach(() => {
    store.plan = [];
  });

  it("asks again after 503, 429 and a lost connection, and keeps the whole file", async () => {
    const storage = s3Storage({ ...s3Account, endpoint: `${store.url}/` });
    const content = Buffer.alloc(200_000, 3);
    for (const plan of [[503], [429, 500], [0, 503]]) {
      store.plan = [...plan];
      const at = key();
      await storage.put(at, await fileOf(content), { signal });
      store.plan = [...plan];
      assert.ok((await read(storage, at))?.content.equals(content), String(plan));
    }
  });

  it("throws after three refusals, with the store's code and without credentials", async () => {
    const storage = s3Storage({ ...s3Account, endpoint: store.url });
    store.plan = [503, 503, 503];
    await assert.rejects(
      () => storage.get(key()),
      (failure: Error) =>
        /503 SlowDown/.test(failure.message) && !failure.message.includes(s3Account.secretAccessKey),
    );
  });

  for (const [what, wrong, code] of [
    ["another secret", { secretAccessKey: "wrong" }, "SignatureDoesNotMatch"],
    ["another key id", { accessKeyId: "AKIAOTHER" }, "InvalidAccessKeyId"],
    ["another region", { region: "us-east-1" }, "AuthorizationHeaderMalformed"],
    ["another bucket", { bucket: "elsewhere" }, "NoSuchBucket"],
  ] as const) {
    it(`throws for ${what}: nothing is taken for missing`, async () => {
      const storage = s3Storage({ ...s3Account, ...wrong, endpoint: store.url });
      await assert.rejects(() => storage.get(key()), new RegExp(code));
      const path = await fileOf("x");
      await assert.rejects(() => storage.put(key(), path, { signal }), new RegExp(code));
    });
  }

  it("leaves other things in the bucket alone", async () => {
    const storage = s3Storage({ ...s3Account, endpoint: store.url });
    const at = key();
    const [tenantId = ""] = at.split("/");
    await storage.put(at, await fileOf("x"), { signal });
    store.objects.set(`${tenantId}/backup.tar`, { content: Buffer.from("x"), writtenAt: new Date() });
    assert.deepEqual(
      (await listed(storage, tenantId)).map((each) => each.key),
      [at],
    );
  });
});
