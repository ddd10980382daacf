import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { choosePorts } from "./ports.ts";

const usual = 15_400 + (process.pid % 50);

test("the usual ports are taken when they are free", async () => {
  assert.deepEqual(await choosePorts({ api: usual, admin: usual + 1 }), { api: usual, admin: usual + 1 });
});

test("a port in use gives way to one a hundred above, on either address of this machine", async () => {
  for (const host of ["127.0.0.1", "::1"]) {
    const other = createServer();
    await new Promise<void>(
      (ready) => void other.once("error", () => ready()).listen({ port: usual, host }, ready),
    );
    // A machine without IPv6 cannot hold that address.
    if (other.listening) assert.deepEqual(await choosePorts({ api: usual }), { api: usual + 100 });
    await new Promise((done) => void other.close(done));
  }
});

test("no two get the same", async () => {
  const { a, b } = await choosePorts({ a: usual, b: usual });
  assert.notEqual(a, b);
});
