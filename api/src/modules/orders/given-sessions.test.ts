import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { buildMember } from "../scheduling/testing.ts";
import { type OrderAnswer, OrderDesk } from "./testing.ts";

let house: TestHouse;
let desk: OrderDesk;
let ahead = 1;
before(async () => {
  house = await TestHouse.open();
  desk = await OrderDesk.open(house);
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const nextSlot = async () => (await desk.slot((ahead += 1))).toISOString();
const office = () => ({ headers: desk.office });
type Lines = { lines: { title: string; amountMinor: number }[] };

describe("sessions the team gives", () => {
  it("200 a member gets one: confirmed, nothing to pay, the reason kept from both sides", async () => {
    const startsAt = await nextSlot();
    const reason = "The last one was cut short.";
    const given = await desk.call<OrderAnswer & Lines>(office(), "giveSession", {
      offerId: desk.offer.id,
      clientId: desk.client.id,
      startsAt,
      reason,
    });
    assert.deepEqual([given.state, given.totalMinor], ["confirmed", 0]);
    assert.deepEqual(
      given.lines.map(({ title, amountMinor }) => [title, amountMinor]),
      [
        ["First talk", 4_501],
        ["Given by the site", -4_501],
      ],
    );
    for (const person of [desk.client, desk.coach]) {
      const seen = await desk.call(person, "getOrder", { id: given.id });
      assert.equal(seen.state, "confirmed");
      assert.doesNotMatch(JSON.stringify(seen), /cut short/);
    }
    const { steps } = await desk.call<{ steps: object[] }>(office(), "getOrderHistory", { id: given.id });
    assert.match(JSON.stringify(steps), /waive/);
    const log = await house.ok<{ items: { action: string; entityId: string; after: object }[] }>(
      "insights.listAudit",
      {},
      office(),
    );
    const entry = log.items.find(({ action }) => action === "orders.give_session");
    assert.deepEqual(entry?.after, { offerId: desk.offer.id, clientId: desk.client.id, startsAt, reason });
    await desk.mail(desk.client, "First talk");
    assert.equal(
      await desk.refused(office(), "giveSession", {
        offerId: desk.offer.id,
        clientId: desk.client.id,
        startsAt,
        reason,
      }),
      "409 scheduling.slot_taken",
    );
  });

  it("nothing moves in the ledger when one has taken place", async () => {
    const before = await desk.books();
    const given = await desk.call(office(), "giveSession", {
      offerId: desk.offer.id,
      clientId: desk.client.id,
      startsAt: await nextSlot(),
      reason: "A thank you.",
    });
    await desk.wait(20 * 24 * 60);
    await desk.becomes(given, "settled");
    assert.deepEqual(await desk.books(), before);
  });

  it("200 an order that waits for its payment is given; 409 one that is paid", async () => {
    const waiting = await desk.place(await desk.slot((ahead += 22)));
    const given = await desk.call<OrderAnswer & Lines>(office(), "waiveOrder", {
      id: waiting.id,
      reason: "A mistake of ours.",
    });
    assert.deepEqual([given.state, given.totalMinor, given.lines.length], ["confirmed", 0, 2]);
    const paid = await desk.paid(await desk.slot((ahead += 1)));
    assert.equal(
      await desk.refused(office(), "waiveOrder", { id: paid.id, reason: "Too late." }),
      "409 orders.not_possible",
    );
  });

  it("404 for nobody, 409 for the host, 403 by members, 400 without a reason", async () => {
    const input = {
      offerId: desk.offer.id,
      clientId: desk.client.id,
      startsAt: await nextSlot(),
      reason: "A thank you.",
    };
    const refused = (changes: object, who = office()) =>
      desk.refused(who, "giveSession", { ...input, ...changes });
    assert.equal(await refused({ clientId: newId(wallClock()) }), "404 request.not_found");
    assert.equal(await refused({ offerId: newId(wallClock()) }), "404 request.not_found");
    assert.equal(await refused({ clientId: desk.coach.id }), "409 scheduling.own_time");
    assert.equal(await refused({ reason: " " }), "400 request.invalid_input");
    assert.equal(await refused({}, desk.client), "403 request.forbidden");
    const stranger = await house.within(desk.site.live, (scope) => buildMember(scope));
    assert.equal(await refused({ clientId: stranger.id }), "404 request.not_found");
  });
});
