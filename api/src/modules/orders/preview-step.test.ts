import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../test/house.ts";
import { CreditDesk, OrderDesk } from "./testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open({ works: true });
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

interface Preview {
  readonly before: { readonly state: string };
  readonly after: { readonly state: string };
  readonly ends: boolean;
  readonly heldMinor: number;
  readonly effects: readonly string[];
  readonly postings: readonly {
    readonly from: { readonly kind: string };
    readonly to: { readonly kind: string };
    readonly amountMinor: number;
  }[];
}

const preview = (desk: OrderDesk, input: object): Promise<Preview> =>
  house.ok<Preview>("orders.previewStep", input, { headers: desk.office });

const paths = ({ postings }: Preview) =>
  postings.map(({ from, to, amountMinor }) => `${from.kind} ${to.kind} ${amountMinor}`);

describe("a look at a transition", () => {
  it("200 says where the order would stand and what would move, and moves nothing", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.paid();
    const { id } = order;
    const cancelled = await preview(desk, { id, transition: "cancel_as_client", by: "client" });
    assert.deepEqual(
      [cancelled.before.state, cancelled.after.state, cancelled.ends, cancelled.heldMinor],
      ["confirmed", "cancelled", true, 0],
    );
    assert.deepEqual(paths(cancelled), ["escrow clearing 4501"]);
    const ruling = { refundShare: 6_000, reason: "A look" };
    const split = await preview(desk, { id, transition: "cancel_as_operator", input: ruling });
    assert.deepEqual(paths(split), ["escrow clearing 2701", "escrow available 1620", "escrow fees 180"]);
    const started = await preview(desk, { id, transition: "start", by: "system" });
    assert.deepEqual([started.after.state, started.heldMinor, started.postings], ["in_session", 4_501, []]);
    assert.equal((await desk.look(order)).state, "confirmed");
    assert.deepEqual(await desk.purse(order), { escrow: 4_501, seller: 0, fees: 0 });
  });

  it("200 the same for credits", async () => {
    const desk = await CreditDesk.with(house, 10);
    const { id } = await desk.place();
    assert.deepEqual(paths(await preview(desk, { id, transition: "spend", by: "client" })), [
      "wallet escrow 10",
    ]);
    const expired = await preview(desk, { id, transition: "expire", by: "system" });
    assert.deepEqual([expired.after.state, expired.effects], ["expired", ["returnReserved", "freeBooking"]]);
    await desk.spend({ id });
    const called = await preview(desk, { id, transition: "cancel_as_provider", by: "provider" });
    assert.deepEqual(paths(called), ["escrow wallet 10"]);
  });

  it("409 what cannot be done, 403 what is not theirs, 400 without what has to be sent along", async () => {
    const desk = await OrderDesk.open(house);
    const { id } = await desk.paid();
    const refused = (input: object, headers = desk.office) =>
      house.refused("orders.previewStep", { id, ...input }, { headers });
    assert.equal(await refused({ transition: "complete" }), "409 orders.not_possible");
    assert.equal(await refused({ transition: "complete", by: "client" }), "403 orders.not_by_you");
    assert.equal(await refused({ transition: "refund_part" }), "400 request.invalid_input");
    assert.equal(await refused({ transition: "unheard_of" }), "409 request.conflict");
    assert.equal(
      await refused({ transition: "start", by: "system" }, desk.client.headers),
      "403 request.forbidden",
    );
  });
});
