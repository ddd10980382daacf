import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Koa from "koa";
import supertest from "supertest";
import { assets } from "./assets.ts";

let folder: string;
let server: Server;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "tessera-assets-"));
  mkdirSync(join(folder, "v1"));
  writeFileSync(join(folder, "v1/tessera.js"), "console.log(1);");
  writeFileSync(join(folder, "v1/panel-ABCD2345.js"), "console.log(2);".repeat(100));
  writeFileSync(join(folder, "v1/secret.txt"), "no type of ours");
  server = new Koa().use(assets("/widgets", folder)).listen(0);
});
after(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string) => supertest(server).get(`/widgets/v1/${path}`);

test("a name with a hash is kept for a year and never asked for again; the loader for minutes", async () => {
  const [chunk, loader] = [await get("panel-ABCD2345.js"), await get("tessera.js")];
  assert.equal(chunk.headers["cache-control"], "public, max-age=31536000, immutable");
  assert.equal(loader.headers["cache-control"], "public, max-age=300");
  for (const { headers } of [chunk, loader]) {
    assert.equal(headers["access-control-allow-origin"], "*", "a page may check its integrity");
    assert.match(headers["content-type"] ?? "", /^text\/javascript/);
  }
});

test("304 for whoever has it; brotli for whoever understands it, plain for others", async () => {
  const { headers } = await get("tessera.js");
  assert.equal((await get("tessera.js").set("If-None-Match", headers["etag"] ?? "")).status, 304);
  assert.equal((await get("tessera.js").set("If-None-Match", '"another"')).status, 200);
  const compressed = await get("panel-ABCD2345.js").set("Accept-Encoding", "br").buffer(false);
  assert.equal(compressed.headers["content-encoding"], "br");
  const plain = await get("panel-ABCD2345.js").set("Accept-Encoding", "identity");
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.match(compressed.headers["vary"] ?? "", /accept-encoding/i);
});

test("404 what is not there, of no known type or outside the folder", async () => {
  for (const path of ["panel-ZZZZ2345.js", "secret.txt", "../../package.json", "%2e%2e/%2e%2e/package.json"])
    assert.equal((await get(path)).status, 404, path);
});
