import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { TwilioServer } from "../../../../test/twilio-server.ts";
import { openRuntimePool } from "../../db/pool.ts";
import { newId } from "../../ids.ts";
import { Scopes } from "../../scope/open.ts";
import { noTenant, type Tenant } from "../../scope/tenant.ts";
import { capturedMessages } from "../captured-messages.ts";
import { capturedTexts } from "./local.ts";
import { NumberRefused, type SmsProvider } from "./port.ts";
import { checkTwilio, twilio } from "./twilio.ts";

const tenant: Tenant = { ...noTenant, id: newId(new Date()), name: "Site" };

let database: TestDatabase;
let knex: Knex;
let server: TwilioServer;

before(async () => {
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), { size: 4, name: "sms test" });
  server = await new TwilioServer().open();
});
after(async () => {
  await server.stop();
  await knex.destroy();
  await database.drop();
});

const options = () => ({
  accountSid: server.accountSid,
  authToken: server.authToken,
  sender: "+15005550006",
  url: server.url,
  hookUrl: "https://api.example/hooks",
});
const drivers: readonly {
  readonly name: string;
  readonly provider: () => SmsProvider;
  readonly received: (to: string) => Promise<readonly string[]>;
}[] = [
  {
    name: "captured",
    provider: () => capturedTexts(new Scopes(knex)),
    received: async (to) =>
      (await capturedMessages(new Scopes(knex), tenant))
        .filter(({ recipient }) => recipient === to)
        .map(({ body }) => body),
  },
  {
    name: "twilio",
    provider: () => twilio(options()),
    received: async (to) => server.texts.filter((text) => text.to === to).map(({ text }) => text),
  },
];

for (const { name, provider, received } of drivers) {
  describe(`${name} keeps the contract of text messages`, () => {
    const signal = AbortSignal.timeout(10_000);

    test("a message arrives in every script", async () => {
      const text = "Calm & Co: 已确认 = 100 % تأكيد";
      await provider().send({ to: "+4915112345678", text, key: "a" }, { tenant, signal });
      assert.deepEqual(await received("+4915112345678"), [text]);
    });

    test("an aborted send is refused", async () => {
      await assert.rejects(
        provider().send(
          { to: "+4915112345679", text: "b", key: "b" },
          { tenant, signal: AbortSignal.abort() },
        ),
      );
      assert.deepEqual(await received("+4915112345679"), []);
    });
  });
}

test("a number that takes none is told apart from what can be mended or may pass", async () => {
  const signal = AbortSignal.timeout(10_000);
  const send = (to: string) => twilio(options()).send({ to, text: "c", key: "c" }, { tenant, signal });
  for (const to of ["+15005550001", "+15005550004"]) await assert.rejects(send(to), NumberRefused);
  const passes = (refusal: unknown) => refusal instanceof Error && !(refusal instanceof NumberRefused);
  await assert.rejects(send("+15005550003"), passes);
  for (const status of [401, 429, 500]) {
    server.plan = [status];
    await assert.rejects(send("+4915112345670"), passes);
  }
});

test("a message goes out by a messaging service and says where to tell how it fared", async () => {
  const signal = AbortSignal.timeout(10_000);
  const service = twilio({ ...options(), sender: "MG00112233445566778899aabbccddeeff" });
  await service.send({ to: "+4915112345671", text: "d", key: "d/1" }, { tenant, signal });
  const { from, statusCallback } = server.texts.at(-1)!;
  assert.deepEqual(
    [from, statusCallback],
    ["MG00112233445566778899aabbccddeeff", "https://api.example/hooks?delivery=d%2F1"],
  );
});

test("a check says whose the account is and whether it may send, and sends nothing", async () => {
  const signal = AbortSignal.timeout(10_000);
  const count = server.texts.length;
  const works = await checkTwilio(options(), { signal });
  assert.deepEqual([works.code, works.account], ["works", "Northlight"]);
  assert.equal((await checkTwilio({ ...options(), authToken: "wrong" }, { signal })).code, "refused");
  server.status = "suspended";
  assert.equal((await checkTwilio(options(), { signal })).code, "settings");
  server.status = "active";
  assert.equal(
    (await checkTwilio({ ...options(), url: "http://127.0.0.1:9" }, { signal })).code,
    "unreachable",
  );
  assert.equal(server.texts.length, count);
});
