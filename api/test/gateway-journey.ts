import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { checkLedger } from "../src/modules/money/check-ledger.ts";
import { Payment } from "../src/modules/money/models/payment.ts";
import { ReceivedEvent } from "../src/modules/money/models/received-event.ts";
import { receiveEvent } from "../src/modules/money/payments/receive-event.ts";
import { refundPayment } from "../src/modules/money/refund-payment.ts";
import { type MoneyHouse, newTenant, openMoneyHouse } from "../src/modules/money/testing.ts";
import { wallClock } from "../src/platform/clock.ts";
import { newId } from "../src/platform/ids.ts";
import { connectionToken } from "../src/platform/providers/payments/for-tenant.ts";
import { type PaymentGateway } from "../src/platform/providers/payments/port.ts";
import { type Tenant } from "../src/platform/scope/tenant.ts";
import { hours, minutes, plus } from "../src/platform/time.ts";
import { finalState, orderingsOf } from "./campaign/payment-orderings.ts";
import { fireTimers, type OpenPayment, openPayCounter, type PayCounter, workOff } from "./pay-counter.ts";
import { type PaymentServer, type SentEvent } from "./payment-server.ts";

/** A merchant's account at a vendor on this machine, and what its payers and its bank can do. */
export interface Merchant<Server extends PaymentServer = PaymentServer> {
  readonly server: Server;
  /** Made anew for every test file, as for a connection. */
  readonly gateway: PaymentGateway;
  readonly currency: string;
  /** Where the vendor sends events that do not follow from a checkout, as set up in its own pages. */
  readonly listen: (address: string) => void;
  /** A payer opens the checkout, where the vendor hears of it only then. */
  readonly visit: (url: string) => void;
  /** An event like one that was told, signed for another moment or by somebody else. */
  readonly resigned: (event: SentEvent, how: { at?: Date; by?: "somebody" }) => SentEvent;
  /** An event of a payment, changed on its way. */
  readonly altered: (event: SentEvent) => SentEvent;
  /** What else happens to a payment of which every order of events is tried: a dispute, for vendors that tell of them. */
  readonly alsoHappens?: (server: Server, checkoutId: string) => Promise<void>;
}

const mostOrders = 30;

/** A payment's whole way through the house, with a vendor that loses, doubles, delays and forges. */
export function gatewayJourney<Server extends PaymentServer>(open: () => Promise<Merchant<Server>>): void {
  let house: MoneyHouse;
  let counter: PayCounter;
  let merchant: Merchant<Server>;
  const connectionId = newId(wallClock());
  const hookOf = (tenant: Tenant) =>
    `${counter.url}/api/v1/hooks/${merchant.gateway.name}/${connectionToken(tenant.id, connectionId)}`;

  before(async () => {
    house = await openMoneyHouse();
    merchant = await open();
    const connected = { connectionId, gateway: merchant.gateway };
    counter = await openPayCounter(house, {
      connections: {
        list: async () => [connected],
        find: async (_scope, name, id) =>
          name === merchant.gateway.name && id === connectionId ? connected : null,
      },
    });
    merchant.listen(hookOf(house.tenant));
  });
  after(async () => {
    await counter.close();
    await merchant.server.stop();
    await house.close();
  });

  const read = (id: string, tenant = house.tenant) =>
    house.inspect(
      async (scope) => (await scope.read<Payment>`select * from ${Payment} p where id = ${id}`)[0]!,
      { tenant },
    );
  const begin = async (
    run: Parameters<PayCounter["checkOut"]>[1] = {},
  ): Promise<OpenPayment & { at: string }> => {
    const opened = await counter.checkOut({ currency: merchant.currency }, run);
    merchant.visit(opened.url);
    return { ...opened, at: (await read(opened.paymentId, run.tenant)).checkoutId ?? "" };
  };
  /** Waits for what the vendor tells after its answer. */
  const becomes = async (id: string, status: Payment["status"], refundedMinor: number) => {
    for (let looks = 0; looks < 100; looks += 1) {
      await settled();
      const payment = await read(id);
      if (payment.status === status && payment.refundedMinor === refundedMinor) return;
      await sleep(20);
    }
    const { status: is, refundedMinor: refunded } = await read(id);
    assert.deepEqual({ is, refunded }, { is: status, refunded: refundedMinor });
  };
  const settled = (at = wallClock()) => workOff(house, { now: at });
  const eventsStored = () =>
    house.inspect(
      async (scope) =>
        (await scope.read<{ count: number }>`select count(*) from ${ReceivedEvent} e`)[0]!.count,
    );
  const during = async <Result>(
    trouble: Partial<PaymentServer>,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    const { server } = merchant;
    const { copies } = server;
    Object.assign(server, trouble);
    try {
      return await work();
    } finally {
      Object.assign(server, { copies, delayMs: 0, losesAnswers: 0, plan: [] });
    }
  };
  const tasks = (kind: string, subjectId: string) =>
    house.inspect(
      (scope) => scope.sql`
        select id from operator_tasks
        where tenant_id = ${scope.tenant.id} and kind = ${kind} and subject_id = ${subjectId} and state = 'open'`,
    );
  const refund = (id: string, amountMinor: number) =>
    house.transact((scope) => refundPayment.run(scope, { id, amountMinor }));
  const assertSound = async () =>
    assert.equal((await house.inspect((scope) => checkLedger.run(scope, {}))).isSound, true);

  test("paid, and told once", async () => {
    const { paymentId, at } = await begin();
    await merchant.server.pay(at);
    const told = await settled();
    const payment = await read(paymentId);
    assert.equal(payment.status, "succeeded");
    assert.equal(payment.gateway, merchant.gateway.name);
    assert.notEqual(payment.gatewayPaymentId, null);
    assert.equal(told.filter(({ name }) => name === "payment.succeeded").length, 1);
    const { acknowledgement } = merchant.gateway.capabilities;
    const answer = merchant.server.acknowledged.at(-1);
    assert.equal(answer?.status, 200);
    if (acknowledgement !== null) assert.equal(answer.text, acknowledgement);
  });

  test("every event three times: one effect", async () => {
    const { paymentId, at } = await begin();
    await during({ copies: 3 }, () => merchant.server.pay(at));
    const told = await settled();
    assert.equal((await read(paymentId)).status, "succeeded");
    assert.equal(told.filter(({ name }) => name === "payment.succeeded").length, 1);
    await assertSound();
  });

  test("events that never come: the gateway is asked", async () => {
    const now = wallClock();
    const { paymentId, at } = await begin({ now });
    await during({ copies: 0 }, () => merchant.server.pay(at));
    assert.equal((await read(paymentId)).status, "pending");
    await fireTimers(house, plus(now, minutes(2)));
    assert.equal((await read(paymentId)).status, "succeeded");
  });

  test("a refund of a part, another one in the vendor's own pages, and the rest", async () => {
    const { paymentId, at } = await begin();
    await merchant.server.pay(at);
    await settled();
    await refund(paymentId, 1500);
    await becomes(paymentId, "partially_refunded", 1500);
    await merchant.server.refundOutside(at, 500);
    await becomes(paymentId, "partially_refunded", 2000);
    await assert.rejects(refund(paymentId, 3001), { code: "money.refund_too_large" });
    await refund(paymentId, 3000);
    await becomes(paymentId, "refunded", 5000);
    await assertSound();
  });

  test("another amount than asked for confirms nothing and is a person's task", async () => {
    const { paymentId, at } = await begin();
    await merchant.server.pay(at, { amountMinor: 4999 });
    await settled();
    assert.equal((await read(paymentId)).status, "flagged");
    assert.equal((await tasks("money.amount_differs", paymentId)).length, 1);
    await assertSound();
  });

  test("nobody pays: closed at the vendor when the time is over, and begun anew", async () => {
    const now = wallClock();
    const { paymentId, orderId, at } = await begin({ now });
    await fireTimers(house, plus(now, hours(1)));
    assert.equal((await read(paymentId)).status, "expired");
    await assert.rejects(async () => merchant.server.pay(at));
    const again = await counter.checkOut({ orderId, currency: merchant.currency });
    assert.notEqual(again.paymentId, paymentId);
  });

  test("money that was on its way when the time was over still counts", async () => {
    const now = wallClock();
    const { paymentId, at } = await begin({ now });
    await fireTimers(house, plus(now, hours(1)));
    assert.equal((await read(paymentId)).status, "expired");
    await merchant.server.pay(at, { isLate: true });
    await settled();
    assert.equal((await read(paymentId)).status, "succeeded");
  });

  test("answers lost on their way: one checkout, one refund", async () => {
    const { paymentId, at } = await during({ losesAnswers: 1 }, async () => {
      const orderId = newId(wallClock());
      const once = await counter.checkOut({ orderId, currency: merchant.currency }).catch(() => null);
      const opened = once ?? (await counter.checkOut({ orderId, currency: merchant.currency }));
      merchant.visit(opened.url);
      return { ...opened, at: (await read(opened.paymentId)).checkoutId ?? "" };
    });
    await merchant.server.pay(at);
    await settled();
    await refund(paymentId, 100);
    await during({ losesAnswers: 1 }, () => settled().catch(() => null));
    // The job is run again, as the workers do.
    await fireTimers(house, plus(wallClock(), minutes(2)));
    await becomes(paymentId, "partially_refunded", 100);
    await assertSound();
  });

  test("an outage and a slow day: nothing is charged twice", async () => {
    const orderId = newId(wallClock());
    const now = wallClock();
    const opened = await during({ delayMs: 150 }, () =>
      counter.checkOut({ orderId, currency: merchant.currency }, { now }),
    );
    merchant.visit(opened.url);
    const at = (await read(opened.paymentId)).checkoutId ?? "";
    await during({ copies: 0 }, () => merchant.server.pay(at));
    await during({ plan: [500, 502, 503, 500, 500, 500] }, () =>
      fireTimers(house, plus(now, minutes(2))).catch(() => null),
    );
    assert.notEqual((await read(opened.paymentId)).status, "failed");
    await fireTimers(house, plus(now, minutes(20)));
    assert.equal((await read(opened.paymentId)).status, "succeeded");
    await assertSound();
  });

  test("400 forged, altered, written anew, old and ahead of time: nothing is stored", async () => {
    const { paymentId, at } = await begin();
    await during({ copies: 0 }, () => merchant.server.pay(at));
    const event = merchant.server.told.at(-1)!;
    const { altered, resigned } = merchant;
    const moved = (seconds: number) => resigned(event, { at: plus(wallClock(), seconds * 1000) });
    const stored = await eventsStored();
    const refused: Readonly<Record<string, SentEvent>> = {
      forged: resigned(event, { by: "somebody" }),
      altered: altered(event),
      "written anew": { ...event, body: Buffer.from(`${event.body.toString()} `) },
      "without a body": { ...event, body: Buffer.from("") },
      old: moved(-302),
      "ahead of time": moved(302),
      "ten days ahead": moved(864_000),
    };
    for (const [what, sent] of Object.entries(refused))
      assert.equal(await merchant.server.deliver(hookOf(house.tenant), sent), 400, what);
    // Another site's door, where this gateway is not connected.
    assert.equal(await merchant.server.deliver(hookOf(newTenant()), event), 404);
    assert.equal(await eventsStored(), stored);
    assert.equal((await read(paymentId)).status, "pending");
    assert.equal(await merchant.server.deliver(hookOf(house.tenant), event), 200);
    await settled();
    assert.equal((await read(paymentId)).status, "succeeded");
    // Sent once more an hour later, with the signature of then.
    assert.equal(await merchant.server.deliver(hookOf(house.tenant), moved(-3600)), 400);
  });

  test("the events of a payment that is refunded in part, in every order and each twice: one final state", async () => {
    const history = async (tenant: Tenant) => {
      const from = merchant.server.told.length;
      const { paymentId, at } = await begin({ tenant });
      await during({ copies: 0 }, async () => {
        await merchant.server.pay(at);
        await merchant.server.refundOutside(at, 700);
        await merchant.alsoHappens?.(merchant.server, at);
      });
      return { paymentId, events: merchant.server.told.slice(from) };
    };
    let wanted: string | null = null;
    const numbers = (await history(newTenant())).events.map((_, number) => number);
    const orders = orderingsOf(numbers);
    // Each order is a payment of its own; of the 120 of five events every fourth is tried.
    const step = Math.ceil(orders.length / mostOrders);
    for (const order of orders.filter((_, number) => number % step === 0)) {
      const tenant = newTenant();
      const { paymentId, events } = await history(tenant);
      const tell = async (number: number) => {
        const event = await merchant.gateway.verifyEvent(events[number]!, wallClock());
        const { name } = merchant.gateway;
        await house.transact((scope) => receiveEvent(scope, { gateway: name, connectionId, event }), {
          tenant,
        });
      };
      for (const number of order) await tell(number);
      for (const number of order.toReversed()) await tell(number);
      await settledOf(house, tenant);
      const told = { tenant, paymentId, tell: () => Promise.resolve() };
      const state = await finalState(house, told);
      wanted ??= state;
      assert.equal(state, wanted, order.join(", "));
    }
    assert.match(wanted ?? "", /"books":true/);
  });
}

const settledOf = (house: MoneyHouse, tenant: Tenant): Promise<unknown> =>
  workOff({ ...house, tenant, transact: (work, run) => house.transact(work, { tenant, ...run }) });
