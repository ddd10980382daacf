import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { openRuntimePool } from "../../db/pool.ts";
import { newId } from "../../ids.ts";
import { Scopes } from "../../scope/open.ts";
import { noTenant } from "../../scope/tenant.ts";
import {
  type ConnectedGateway,
  connectionToken,
  findGateway,
  gatewaysFor,
  readConnectionToken,
  usePayments,
} from "./for-tenant.ts";
import { type PaymentGateway } from "./port.ts";
import { StripeGateway } from "./stripe.ts";

const id = () => newId(new Date());
const live = { ...noTenant, id: id() };
const sandbox = { ...noTenant, id: id(), isSandbox: true, parentId: live.id };
const stripe = (secretKey: string): ConnectedGateway => ({
  connectionId: id(),
  gateway: new StripeGateway({ secretKey, webhookSecrets: [] }),
});
const standIn = { name: "test", capabilities: { isLive: false } } as PaymentGateway;

let database: TestDatabase;
let knex: Knex;

before(async () => {
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), { size: 2, name: "for tenant test" });
});
after(async () => {
  await knex.destroy();
  await database.drop();
});

const chosenFor = (tenant: typeof live, own: ConnectedGateway | null, isTestForLive: boolean) => {
  usePayments({
    test: () => standIn,
    isTestForLive,
    connections: { list: async () => (own ? [own] : []), find: async () => null },
    apiUrl: "https://api.example",
  });
  const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
  const options = { tenant, actor: { kind: "system", cause: "test" } as const, now: new Date(), request };
  return new Scopes(knex).inspect(options, async (scope) => ({
    current: (await gatewaysFor(scope))[0]?.gateway.name ?? null,
    ofOldPayment: (await findGateway(scope, "test", tenant.id))?.gateway.name ?? null,
  }));
};

test("the tenant's own gateway, else the test gateway where it is allowed, else none", async () => {
  assert.equal((await chosenFor(live, stripe("sk_live_1"), true)).current, "stripe");
  assert.equal((await chosenFor(live, null, true)).current, "test");
  assert.equal((await chosenFor(live, null, false)).current, null);
  assert.equal((await chosenFor(live, null, false)).ofOldPayment, null);
});

test("a sandbox never moves real money", async () => {
  assert.equal((await chosenFor(sandbox, stripe("sk_live_1"), false)).current, "test");
  assert.equal((await chosenFor(sandbox, stripe("rk_live_1"), false)).current, "test");
  assert.equal((await chosenFor(sandbox, stripe("sk_test_1"), false)).current, "stripe");
});

test("a connection's token says whose it is, and nothing else is one", () => {
  const connectionId = id();
  const token = connectionToken(live.id, connectionId);
  assert.deepEqual(readConnectionToken(token), { tenantId: live.id, connectionId });
  for (const wrong of ["", "x", token.slice(1), `${token}A`, `${token}=`, "../../etc", "é".repeat(43)]) {
    assert.equal(readConnectionToken(wrong), null, wrong);
  }
});
