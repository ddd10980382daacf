import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { days, plus } from "../../../platform/time.ts";
import { anotherClient } from "../../orders/testing.ts";
import { GigDesk, type WorkOrder } from "./testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

describe("an order of a gig", () => {
  it("200 waits for its payment, with the packages and extras it is made of", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.buy([desk.basket(2, 1), desk.basket(1, 0, "premium")]);
    assert.deepEqual([order.kind, order.state, order.bookingId], ["work", "awaiting_payment", null]);
    assert.deepEqual(
      order.lines.map(({ title, amountMinor }) => [title, amountMinor]),
      [
        ["One draft", 10_000],
        ["With fonts", 3_000],
        ["Three drafts", 12_000],
      ],
    );
    assert.equal(order.totalMinor, 25_000);
    assert.equal(order.work.dueAt, null);
    const back = new URL((await desk.choose(await desk.enter(order), "paid"))!);
    const code = back.searchParams.get("tessera_return");
    const returned = await house.ok<{ order: WorkOrder; booking: null }>(
      "orders.redeemReturn",
      { code },
      {
        headers: desk.visitor,
      },
    );
    assert.deepEqual([returned.order.id, returned.order.kind, returned.booking], [order.id, "work", null]);
  });

  it("keeps its prices, days and questions when the seller changes them", async () => {
    const question = { kind: "text", question: "What is your company called?" };
    const desk = await GigDesk.sell(house, { gig: { requirements: [question] } });
    const order = await desk.buy();
    const basic = desk.gig.packages.find(({ tier }) => tier === "basic")!;
    const { headers } = desk.seller;
    await house.ok("gigs.updatePackage", { id: basic.id, amountMinor: 9_900 }, { headers });
    await house.ok(
      "gigs.updateGig",
      { id: desk.gig.id, title: "Another title", requirements: [] },
      { headers },
    );
    const now = await desk.see(order);
    assert.deepEqual(
      [now.totalMinor, now.work.title, now.questions.length],
      [5_000, "A logo drawn by hand", 1],
    );
    await desk.pay(order);
    await desk.becomes(order, "requirements");
    assert.equal((await desk.purse(order)).escrow, 5_000);
  });

  it("is under way once it is paid, and due after the days of its packages and extras", async () => {
    const desk = await GigDesk.sell(house);
    const before = await desk.now();
    const order = await desk.bought([desk.basket(1, 1)]);
    const due = new Date(order.work.dueAt!);
    assert.ok(due >= plus(before, days(5)) && due <= plus(await desk.now(), days(5)));
    assert.deepEqual(
      order.events.map(({ transition, by }) => [transition, by]),
      [
        ["place", "client"],
        ["enter_payment", "client"],
        ["pay", "system"],
      ],
    );
  });

  it("403 of one's own gig; 409 while it is paused; 404 of a draft, a suspended one and another's package", async () => {
    const desk = await GigDesk.sell(house);
    const other = await GigDesk.sell(house);
    const input = { gigId: desk.gig.id, items: [desk.basket()] };
    const buy = (as: { readonly headers: Record<string, string> } = desk.client, what: object = input) =>
      house.refused("gigs.placeGigOrder", what, { headers: as.headers });
    assert.equal(await buy(desk.seller), "403 gigs.own_gig");
    assert.equal(await buy(desk.client, { ...input, items: [other.basket()] }), "404 request.not_found");
    assert.equal(await buy(desk.client, { ...input, gigId: other.gig.id }), "404 request.not_found");
    const pause = { id: desk.gig.id };
    await house.ok("gigs.pauseGig", pause, { headers: desk.seller.headers });
    assert.equal(await buy(), "409 gigs.paused");
    await house.ok("gigs.publishGig", pause, { headers: desk.seller.headers });
    await house.ok("gigs.suspendGig", { id: desk.gig.id, reason: "a look" }, { headers: desk.office });
    assert.equal(await buy(), "404 request.not_found");
    const draft = await house.ok<{ id: string }>(
      "gigs.duplicateGig",
      { id: other.gig.id },
      {
        headers: other.seller.headers,
      },
    );
    assert.equal(await buy(other.client, { ...input, gigId: draft.id }), "404 request.not_found");
  });

  it("404 to somebody else, whatever they do to it", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    const stranger = await anotherClient(desk);
    for (const [name, input] of [
      ["getOrder", {}],
      ["deliverOrder", { message: "mine" }],
      ["askRevision", { reason: "no" }],
      ["answerQuestions", { answers: [] }],
      ["proposeCancel", {}],
      ["answerCancel", { accept: true }],
    ] as const) {
      assert.equal(
        await desk.refused(stranger, name, { id: order.id, ...input }),
        "404 request.not_found",
        name,
      );
    }
  });

  it("counts in the numbers of its gig, its seller and the market once it is paid", async () => {
    const desk = await GigDesk.sell(house);
    await desk.buy();
    const order = await desk.bought();
    await desk.bought();
    const numbers = async () => {
      const { headers } = desk.seller;
      const read = (name: string, input: object, as: Record<string, string> = headers) =>
        house.ok<{ orders: number; revenue: object[]; days: { orders: number }[] }>(`gigs.${name}`, input, {
          headers: as,
        });
      const found = [
        await read("getGigStats", { id: desk.gig.id }),
        await read("getSellerStats", {}),
        await read("getMarketStats", {}, desk.office),
      ];
      return found.map(({ orders, revenue, days }) => [orders, revenue, days.map((day) => day.orders)]);
    };
    const two = [2, [{ amountMinor: 10_000, currency: "EUR" }], [2]];
    assert.deepEqual(await numbers(), [two, two, two]);
    await desk.call(desk.seller, "cancelOrder", { id: order.id });
    assert.deepEqual((await numbers())[0], [2, [{ amountMinor: 5_000, currency: "EUR" }], [2]]);
  });

  it("is listed by role, kind and state, for both sides and the team", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    const waiting = await desk.buy();
    const list = async (headers: Record<string, string>, filter: object) => {
      const { items } = await house.ok<{ items: WorkOrder[] }>("orders.listOrders", filter, { headers });
      return items.map(({ id }) => id);
    };
    const { client, seller, office } = desk;
    assert.deepEqual(await list(seller.headers, { as: "seller", states: ["in_progress"] }), [order.id]);
    assert.deepEqual(await list(seller.headers, { as: "buyer" }), []);
    assert.deepEqual(await list(client.headers, { as: "buyer", kind: "work" }), [waiting.id, order.id]);
    assert.deepEqual(await list(office, { kind: "work", states: ["awaiting_payment"] }), [waiting.id]);
    assert.deepEqual(await list(office, { kind: "session" }), []);
  });
});
