import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../test/house.ts";
import { minutes, plus } from "../../platform/time.ts";
import { pdfOf } from "../../platform/files/testing.ts";
import { anotherClient, type OrderAnswer, OrderDesk, type Person } from "./testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open({ works: true });
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

interface Dispute {
  readonly id: string;
  readonly reason: string | null;
  readonly reply: string | null;
  readonly replyUntil: string | null;
  readonly files: readonly { readonly fileId: string; readonly name: string; readonly ownerId: string }[];
  readonly order: { readonly id: string };
}

async function completed(desk: OrderDesk): Promise<OrderAnswer> {
  const startsAt = await desk.slot();
  const order = await desk.paid(startsAt);
  await desk.until(plus(startsAt, minutes(55)));
  return desk.call(desk.coach, "completeOrder", { id: order.id });
}

const upload = async ({ headers }: Person, name = "room.pdf"): Promise<string> => {
  const query = new URLSearchParams({ purpose: "orders.evidence", name }).toString();
  const answer = await house.request(`/api/v1/files?${query}`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/pdf" },
    body: new Uint8Array(pdfOf()),
  });
  assert.equal(answer.status, 201);
  return ((await answer.json()) as { id: string }).id;
};

const mayOpen = async ({ headers }: { headers: Record<string, string> }, fileId: string): Promise<number> =>
  (await house.request(`/api/v1/files/${fileId}/link`, { method: "POST", headers })).status;

const queue = async (desk: OrderDesk, standing: "open" | "ended"): Promise<readonly Dispute[]> =>
  (await house.ok<{ items: Dispute[] }>("orders.listDisputes", { standing }, { headers: desk.office })).items;

describe("a dispute with what the sides show", () => {
  it("200 files are read by both sides and the team, nobody else; the queue has it until it is ruled on", async () => {
    const desk = await OrderDesk.open(house);
    const { id } = await completed(desk);
    const office = { headers: desk.office };
    const [mine, theirs] = [await upload(desk.client), await upload(desk.coach, "log.pdf")];
    await desk.call(desk.client, "disputeOrder", { id, reason: "It was half as long", fileIds: [mine] });
    await house.until("their conversation about it", async () => {
      const rows = await desk.as(
        { kind: "system", cause: "test" },
        (scope) => scope.sql`
        select p.member_id from conversations c
        join conversation_participants p on p.tenant_id = c.tenant_id and p.conversation_id = c.id
        where c.tenant_id = ${scope.tenant.id} and c.subject_kind = 'dispute' and c.subject_id = ${id}`,
      );
      return rows.length === 2;
    });
    const objection = await desk.mail(desk.coach, "Objection:");
    assert.ok(objection.text.includes("Answer by"));
    const [open] = await queue(desk, "open");
    assert.equal(open?.order.id, id);
    assert.ok(open.replyUntil);
    await desk.call(desk.coach, "answerDispute", { id, reason: "It was not", fileIds: [theirs] });
    const stranger = await anotherClient(desk);
    for (const fileId of [mine, theirs])
      assert.deepEqual(
        await Promise.all([desk.client, desk.coach, office, stranger].map((who) => mayOpen(who, fileId))),
        [200, 200, 200, 404],
      );
    const [answered] = await queue(desk, "open");
    assert.deepEqual(
      answered?.files.map(({ name, ownerId }) => [name, ownerId]),
      [
        ["room.pdf", desk.client.id],
        ["log.pdf", desk.coach.id],
      ],
    );
    assert.deepEqual([answered.reply, answered.replyUntil], ["It was not", null]);
    await desk.call(office, "ruleDispute", { id, refundShare: 6_000, reason: "half an hour was missing" });
    const settled = await desk.mail(desk.client, "Settled:");
    assert.ok(settled.text.includes("€27.01 went back to the client."));
    assert.deepEqual(await queue(desk, "open"), []);
    assert.equal((await queue(desk, "ended"))[0]?.id, open.id);
    await house.until("the buyer's part to be sent", async () => (await desk.books())["gateway"] === -1_800);
    assert.deepEqual(await desk.books(), { available: 1_620, fees: 180, gateway: -1_800 });
  });

  it("404 a file of somebody else's: the dispute is not opened; 403 the queue is the team's", async () => {
    const desk = await OrderDesk.open(house);
    const { id } = await completed(desk);
    const theirs = await upload(desk.coach);
    const asked = { id, reason: "no", fileIds: [theirs] };
    assert.equal(await desk.refused(desk.client, "disputeOrder", asked), "404 request.not_found");
    assert.deepEqual(await queue(desk, "open"), []);
    assert.equal(await desk.refused(desk.client, "listDisputes", {}), "403 request.forbidden");
  });
});
