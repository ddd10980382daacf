import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { PushServer } from "../../../../test/push-server.ts";
import { openRuntimePool } from "../../db/pool.ts";
import { newId } from "../../ids.ts";
import { AddressRefused, readRanges } from "../../outgoing.ts";
import { Scopes } from "../../scope/open.ts";
import { noTenant, type Tenant } from "../../scope/tenant.ts";
import { capturedMessages } from "../captured-messages.ts";
import { capturedPushes } from "./local.ts";
import { type PushProvider, SubscriptionGone } from "./port.ts";
import { newPushKeys, webPushes } from "./web-push.ts";

const tenant: Tenant = { ...noTenant, id: newId(new Date()), name: "Site" };
const subject = "mailto:no-reply@tessera.example";
const keys = newPushKeys();
let database: TestDatabase;
let knex: Knex;
let service: PushServer;

before(async () => {
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), { size: 4, name: "push test" });
  service = await new PushServer().open();
});
after(async () => {
  await service.stop();
  await knex.destroy();
  await database.drop();
});

const own = (): PushProvider => webPushes({ subject, guard: readRanges("127.0.0.1/32") });
const pushOf = (key: string, payload: string) => ({
  target: service.target,
  keys,
  payload,
  isUrgent: false,
  key,
});
const options = () => ({ tenant, signal: AbortSignal.timeout(5000) });

const drivers: { name: string; provider: () => PushProvider; last: () => Promise<string | undefined> }[] = [
  { name: "web-push", provider: own, last: async () => service.received.at(-1)?.text },
  {
    name: "captured",
    provider: () => capturedPushes(new Scopes(knex)),
    last: async () => (await capturedMessages(new Scopes(knex), tenant))[0]?.body,
  },
];

for (const { name, provider, last } of drivers) {
  describe(`${name} keeps the push contract`, () => {
    test("a push arrives as it was written, in every script", async () => {
      const payload = JSON.stringify({ title: "已确认 تم", body: "x".repeat(2000) });
      await provider().send(pushOf(`${name} 1`, payload), options());
      assert.equal(await last(), payload);
    });

    test("an aborted send is refused", async () => {
      const earlier = await last();
      const signal = AbortSignal.abort();
      await assert.rejects(provider().send(pushOf(`${name} 2`, "late"), { tenant, signal }));
      assert.equal(await last(), earlier);
    });
  });
}

test("the service learns who sends, how urgent it is and what it replaces", async () => {
  await own().send({ ...pushOf("a", "1"), isUrgent: true }, options());
  await own().send(pushOf("a", "2"), options());
  await own().send(pushOf("b", "3"), options());
  const [first, second, third] = service.received.slice(-3);
  assert.equal(first!.claims.aud, service.url);
  assert.equal(first!.claims.sub, subject);
  assert.deepEqual([first!.headers["urgency"], second!.headers["urgency"]], ["high", "normal"]);
  assert.equal(first!.headers["content-encoding"], "aes128gcm");
  assert.equal(first!.headers["topic"], second!.headers["topic"]);
  assert.notEqual(second!.headers["topic"], third!.headers["topic"]);
});

test("404 and 410 are for ever, 429 and 500 may pass", async () => {
  for (const status of [404, 410]) {
    service.plan = [status];
    await assert.rejects(own().send(pushOf("c", "gone"), options()), SubscriptionGone);
  }
  for (const status of [429, 500]) {
    service.plan = [status];
    await assert.rejects(own().send(pushOf("d", "busy"), options()), (refusal) => {
      assert.ok(!(refusal instanceof SubscriptionGone));
      return true;
    });
  }
});

test("an address in a private network is not called", async () => {
  const count = service.received.length;
  await assert.rejects(webPushes({ subject, guard: [] }).send(pushOf("e", "in"), options()), AddressRefused);
  assert.equal(service.received.length, count);
});
