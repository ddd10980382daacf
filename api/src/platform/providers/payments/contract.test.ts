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
import { AlipayServer } from "../../../../test/alipay-server.ts";
import { PayPalServer } from "../../../../test/paypal-server.ts";
import { StripeServer } from "../../../../test/stripe-server.ts";
import { WechatPayServer } from "../../../../test/wechat-pay-server.ts";
import { AlipayGateway } from "./alipay.ts";
import { TestGateway } from "./local.ts";
import { PayPalGateway } from "./paypal.ts";
import { StripeGateway } from "./stripe.ts";
import { WechatPayGateway } from "./wechat-pay.ts";
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
      refundsTold: "each",
      silentAbout: [],
      unsigned: ({ body }) => ({ headers: {}, body }),
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
      refundsTold: "each",
      silentAbout: [],
      unsigned: ({ body }) => ({ headers: {}, body }),
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

describe("Alipay", () => {
  paymentContract(async (): Promise<Bench> => {
    const server = await new AlipayServer().open();
    const sink = await EventSink.start();
    const fieldsOf = (body: string, at: Date) =>
      body === "" ? server.fields(at) : Object.fromEntries(new URLSearchParams(body));
    return {
      gateway: new AlipayGateway({
        appId: server.appId,
        privateKey: server.privateKey,
        alipayPublicKey: server.publicKey,
        url: server.url,
        isLive: false,
      }),
      notifyUrl: sink.url,
      currencies: ["CNY"],
      visit: (url) => server.visit(url),
      refundsTold: "total",
      silentAbout: ["declined", "failed refunds"],
      pay: (checkoutId, card) => (card === "declined" ? Promise.resolve() : server.pay(checkoutId)),
      events: () => sink.received,
      signed: (body, at) => server.signed(fieldsOf(body, at)),
      unsigned: ({ headers, body }) => ({
        headers,
        body: Buffer.from(body.toString().replace(/&sign=.*$/, "")),
      }),
      foreign: (body, at) => server.signed(fieldsOf(body, at), "somebody"),
      emptyEvent: "",
      async close() {
        await server.stop();
        await sink.stop();
      },
    };
  });
});

describe("WeChat Pay", () => {
  paymentContract(async (): Promise<Bench> => {
    const server = await new WechatPayServer().open();
    const sink = await EventSink.start();
    const { merchantId, appId, serialNumber, privateKey, publicKey, publicKeyId, apiV3Key, url } = server;
    const about = (body: string) => (body === "" ? { mchid: merchantId, note: "李" } : { about: body });
    return {
      gateway: new WechatPayGateway({
        merchantId,
        appId,
        serialNumber,
        privateKey,
        publicKey,
        publicKeyId,
        apiV3Key,
        url,
        isLive: false,
      }),
      notifyUrl: sink.url,
      currencies: ["CNY"],
      refundsTold: "each",
      silentAbout: ["declined"],
      async pay(checkoutId, card) {
        if (card === "refund_fails") server.failing.add(checkoutId);
        if (card !== "declined") await server.pay(checkoutId);
      },
      events: () => sink.received,
      signed: (body, at) => server.signed({ type: "OTHER.THING", resource: about(body), at }),
      unsigned: ({ headers, body }) => ({ headers: { ...headers, "wechatpay-signature": undefined }, body }),
      foreign: (body, at) => server.signed({ type: "OTHER.THING", resource: about(body), at }, "somebody"),
      emptyEvent: "",
      async close() {
        await server.stop();
        await sink.stop();
      },
    };
  });
});

describe("PayPal", () => {
  paymentContract(async (): Promise<Bench> => {
    const server = await new PayPalServer().open();
    const sink = await EventSink.start();
    server.webhookUrl = sink.url;
    const { clientId, clientSecret, webhookId, url } = server;
    return {
      gateway: new PayPalGateway({ clientId, clientSecret, webhookId, url, isLive: false }),
      notifyUrl: sink.url,
      currencies: ["EUR", "JPY"],
      refundsTold: "each",
      silentAbout: [],
      async pay(checkoutId, card) {
        if (card === "declined") return server.decline(checkoutId);
        if (card === "refund_fails") server.failing.add(checkoutId);
        await server.pay(checkoutId);
      },
      events: () => sink.received,
      signed: (body, at) => server.signed(body, { at }),
      unsigned: ({ headers, body }) => ({
        headers: { ...headers, "paypal-transmission-sig": undefined },
        body,
      }),
      foreign: (body, at) => server.signed(body, { at, by: "somebody" }),
      emptyEvent: server.event("OTHER.THING", {}),
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
        { paymentId: "", checkoutId: "cs_1", gatewayPaymentId: null, refundIds: [] },
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
