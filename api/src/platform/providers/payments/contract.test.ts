import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { EventSink } from "../../../../test/event-sink.ts";
import { type Knex } from "knex";
import { openRuntimePool } from "../../db/pool.ts";
import { newId } from "../../ids.ts";
import { Scopes } from "../../scope/open.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { KeyRing, useKeyRing } from "../../secrets.ts";
import { type Bench, paymentContract } from "../../../../test/payment-contract.ts";
import { StripeServer } from "../../../../test/stripe-server.ts";
import { TestGateway } from "./local.ts";
import { StripeGateway } from "./stripe.ts";
import { signatureHeader, signEvent } from "./test-gateway/signature.ts";

let database: TestDatabase;
let knex: Knex;
let gateway: TestGateway;

before(async () => {
  useKeyRing(KeyRing.parse(`k1:${Buffer.alloc(32, 7).toString("base64")}`));
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), { size: 4, name: "payments contract" });
  gateway = new TestGateway(new Scopes(knex), { baseUrl: "http://pay.example" });
});
after(async () => {
  gateway.stop();
  await knex.destroy();
  await database.drop();
});

describe("the test gateway", () => {
  paymentContract(async (): Promise<Bench> => {
    const merchant = { id: newId(new Date()) };
    const sink = await EventSink.start();
    return {
      gateway: gateway.connect(merchant),
      notifyUrl: sink.url,
      currencies: ["EUR", "JPY", "KWD", "CNY"],
      async pay(checkoutId, card) {
        const outcome = await gateway.till.step(merchant.id, checkoutId, {
          does: "pay",
          card,
          delivery: "prompt",
        });
        if (outcome === "confirm") await gateway.till.step(merchant.id, checkoutId, { does: "confirm" });
      },
      events: () => sink.received,
      signed: (body, at) => ({
        headers: { [signatureHeader]: signEvent(merchant.id, body, at) },
        body: Buffer.from(body),
      }),
      foreign: (body, at) => ({
        headers: { [signatureHeader]: signEvent(newId(new Date()), body, at) },
        body: Buffer.from(body),
      }),
      emptyEvent: JSON.stringify({ id: "evt_1", type: "payment.paid", facts: [] }),
      close: () => sink.stop(),
    };
  });
});

describe("Stripe", () => {
  paymentContract(async (): Promise<Bench> => {
    const server = await StripeServer.start();
    const sink = await EventSink.start();
    server.webhookUrl = sink.url;
    return {
      gateway: new StripeGateway({
        secretKey: server.secretKey,
        webhookSecrets: ["whsec_old", server.webhookSecret],
        apiBase: server.url,
      }),
      notifyUrl: sink.url,
      currencies: ["EUR", "JPY", "ISK", "CNY"],
      pay: (checkoutId, card) => server.pay(checkoutId, card),
      events: () => sink.received,
      signed: (body, at) => server.signed(body, at),
      foreign: (body, at) => server.signed(body, at, "whsec_somebody"),
      emptyEvent: server.event("customer.created", { id: "cus_1", object: "customer" }),
      async close() {
        await server.stop();
        await sink.stop();
      },
    };
  });
});

test("Stripe's outage: three tries, then a rest during which nobody waits for it", async () => {
  const server = await StripeServer.start();
  try {
    const circuit = new CircuitBreaker({ failures: 1, restMs: 60_000 });
    const { secretKey, url: apiBase } = server;
    const stripe = new StripeGateway({ secretKey, webhookSecrets: [], apiBase, circuit });
    const ask = () =>
      stripe.getPayment(
        { paymentId: "", checkoutId: "cs_1", gatewayPaymentId: null },
        { signal: AbortSignal.timeout(9000) },
      );
    server.plan = [500, 500, 500, 500];
    await assert.rejects(ask(), { name: "GatewayError", isFinal: false });
    assert.deepEqual(server.plan, [500]);
    await assert.rejects(ask(), /given a rest/);
    assert.deepEqual(server.plan, [500]);
  } finally {
    await server.stop();
  }
});
