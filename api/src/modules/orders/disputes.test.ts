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

interface Said {
  readonly id: string;
  readonly senderId: string | null;
  readonly text: string | null;
  readonly replyTo: { readonly senderId: string | null } | null;
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

  it("200 both sides and the team write to each other about it; 409 before anybody objected, 403 for the sides in its name", async () => {
    const desk = await OrderDesk.open(house);
    const { id } = await completed(desk);
    const office = { headers: desk.office };
    const asked = { id, clientId: "first", text: "Please tell us when it ended." };
    assert.equal(await desk.refused(office, "writeInDispute", asked), "409 orders.not_possible");
    assert.deepEqual(
      (await desk.call<{ items: Said[] }>(office, "openDisputeConversation", { id })).items,
      [],
    );
    await desk.call(desk.client, "disputeOrder", { id, reason: "It was half as long" });
    const written = await desk.call<Said>(office, "writeInDispute", asked);
    assert.equal(written.senderId, null);
    assert.equal((await desk.call<Said>(office, "writeInDispute", asked)).id, written.id, "sent once");

    const open = { kind: "dispute", subjectId: id };
    const { id: conversationId, unreadCount } = await house.ok<{ id: string; unreadCount: number }>(
      "messaging.openSubject",
      open,
      desk.coach,
    );
    assert.equal(unreadCount, 1);
    const answer = {
      conversationId,
      clientId: "answer",
      text: "At half past, as agreed.",
      replyToId: written.id,
    };
    await house.ok("messaging.sendMessage", answer, desk.coach);
    const { items } = await house.ok<{ items: Said[] }>(
      "messaging.listMessages",
      { conversationId },
      desk.client,
    );
    assert.deepEqual(
      items.map(({ senderId, text, replyTo }) => [senderId, text, replyTo?.senderId]),
      [
        [desk.coach.id, "At half past, as agreed.", null],
        [null, "Please tell us when it ended.", undefined],
      ],
    );
    const found = await house.ok<{ items: Said[] }>(
      "messaging.searchMessages",
      { query: "ended" },
      desk.client,
    );
    assert.deepEqual(
      found.items.map((each) => each.id),
      [written.id],
    );
    const read = await desk.call<{
      items: Said[];
      people: { memberId: string }[];
      nextCursor: string | null;
    }>(office, "openDisputeConversation", { id, limit: 1 });
    assert.deepEqual(
      read.items.map(({ text }) => text),
      ["At half past, as agreed."],
    );
    assert.deepEqual(
      new Set(read.people.map(({ memberId }) => memberId)),
      new Set([desk.client.id, desk.coach.id]),
    );
    const earlier = await desk.call<{ items: Said[] }>(office, "openDisputeConversation", {
      id,
      limit: 1,
      cursor: read.nextCursor,
    });
    assert.deepEqual(
      earlier.items.map((each) => each.id),
      [written.id],
    );
    assert.equal(await desk.refused(desk.client, "openDisputeConversation", { id }), "403 request.forbidden");
    assert.equal(await desk.refused(desk.client, "writeInDispute", asked), "403 request.forbidden");
    const report = { subjectKind: "message", subjectId: written.id, category: "spam" };
    assert.equal(await house.refused("safety.createReport", report, desk.client), "404 request.not_found");
  });

  it("the files of its conversation open for the team, those of other conversations do not", async () => {
    const desk = await OrderDesk.open(house);
    const { id } = await completed(desk);
    await desk.call(desk.client, "disputeOrder", { id, reason: "It was half as long" });
    const attach = async (kind: "order" | "dispute") => {
      const query = new URLSearchParams({ purpose: "messaging.attachment", name: "plan.pdf" }).toString();
      const answer = await house.request(`/api/v1/files?${query}`, {
        method: "POST",
        headers: { ...desk.client.headers, "Content-Type": "application/pdf" },
        body: new Uint8Array(pdfOf()),
      });
      const { id: fileId } = (await answer.json()) as { id: string };
      const about = { kind, subjectId: id };
      const { id: conversationId } = await house.ok<{ id: string }>(
        "messaging.openSubject",
        about,
        desk.client,
      );
      const sent = { conversationId, clientId: "file", fileIds: [fileId] };
      await house.ok("messaging.sendMessage", sent, desk.client);
      return fileId;
    };
    const office = { headers: desk.office };
    assert.equal(await mayOpen(office, await attach("dispute")), 200);
    assert.equal(await mayOpen(office, await attach("order")), 404);
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
