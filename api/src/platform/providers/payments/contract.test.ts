import { after, before, describe } from "node:test";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { EventSink } from "../../../../test/event-sink.ts";
import { type Knex } from "knex";
import { openRuntimePool } from "../../db/pool.ts";
import { newId } from "../../ids.ts";
import { Scopes } from "../../scope/open.ts";
import { KeyRing, useKeyRing } from "../../secrets.ts";
import { type Bench, paymentContract } from "../../../../test/payment-contract.ts";
import { TestGateway } from "./local.ts";
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
