import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { anotherClient, OrderDesk } from "../../orders/testing.ts";
import { personalData } from "../personal-data.ts";

interface Note {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly text: string;
  readonly author: string | null;
}
interface Page {
  readonly items: readonly Note[];
  readonly nextCursor: string | null;
}

const system = { kind: "system", cause: "test" } as const;
let house: TestHouse;
let desk: OrderDesk;
let staff: { headers: Record<string, string> };
before(async () => {
  house = await TestHouse.open();
  desk = await OrderDesk.open(house);
  const { accessToken } = await house.ok<{ accessToken: string }>("identity.staffSignIn", {
    ...desk.site.owner,
    tenantId: desk.tenant.id,
  });
  staff = { headers: { Authorization: `Bearer ${accessToken}` } };
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const write = (subjectKind: string, subjectId: string, text: string, who = staff) =>
  house.ok<Note>("insights.createNote", { subjectKind, subjectId, text }, who);
const read = (subjectKind: string, subjectId: string, more: object = {}, who = staff) =>
  house.ok<Page>("insights.listNotes", { subjectKind, subjectId, ...more }, who);

describe("the team's notes", () => {
  it("200 about a member, a booking and an order: each with its own, the latest first", async () => {
    const order = await desk.paid(await desk.slot(3));
    const own = await write("member", desk.client.id, "Prefers mornings.");
    assert.deepEqual([own.text, own.author], ["Prefers mornings.", "Olive Owner"]);
    const [first, second] = [
      await write("order", order.id, "Asked for an invoice."),
      await write("order", order.id, "Got it.", { headers: desk.office }),
    ];
    await write("booking", order.bookingId, "Needs a ramp.");
    const page = await read("order", order.id, { limit: 1 });
    assert.deepEqual(
      page.items.map(({ id }) => id),
      [second.id],
    );
    const rest = await read("order", order.id, { limit: 1, cursor: page.nextCursor });
    assert.deepEqual(
      rest.items.map(({ id }) => id),
      [first.id],
    );
    assert.equal((await read("booking", order.bookingId)).items.length, 1);
    for (const person of [desk.client, desk.coach]) {
      const answers = [
        await house.call("orders.getOrder", { id: order.id }, person),
        await house.call("scheduling.getBooking", { id: order.bookingId }, person),
        await house.call("identity.getMe", {}, person),
      ];
      for (const { status, text } of answers) {
        assert.equal(status, 200);
        assert.doesNotMatch(text, /mornings|invoice|ramp/);
      }
    }
  });

  it("403 members read, write and delete none; 404 about nothing; 400 without words", async () => {
    const { id } = await write("member", desk.client.id, "Called on Monday.");
    const about = { subjectKind: "member", subjectId: desk.client.id };
    for (const person of [desk.client, desk.coach]) {
      assert.equal(await house.refused("insights.listNotes", about, person), "403 request.forbidden");
      assert.equal(
        await house.refused("insights.createNote", { ...about, text: "Hello" }, person),
        "403 request.forbidden",
      );
      assert.equal(await house.refused("insights.deleteNote", { id }, person), "403 request.forbidden");
    }
    for (const subjectKind of ["member", "booking", "order"]) {
      const nothing = { subjectKind, subjectId: newId(wallClock()) };
      assert.equal(await house.refused("insights.listNotes", nothing, staff), "404 request.not_found");
      assert.equal(
        await house.refused("insights.createNote", { ...nothing, text: "Who?" }, staff),
        "404 request.not_found",
      );
    }
    assert.equal(
      await house.refused("insights.createNote", { ...about, text: " " }, staff),
      "400 request.invalid_input",
    );
  });

  it("200 deleted for good; the audit log says that, never what it said", async () => {
    const { id } = await write("member", desk.coach.id, "Owes us a call.");
    await house.ok("insights.deleteNote", { id }, staff);
    assert.equal(await house.refused("insights.deleteNote", { id }, staff), "404 request.not_found");
    assert.deepEqual((await read("member", desk.coach.id)).items, []);
    const { text } = await house.call("insights.listAudit", { limit: 100 }, staff);
    assert.match(
      text,
      /insights\.create_note[^]*insights\.delete_note|insights\.delete_note[^]*insights\.create_note/,
    );
    assert.doesNotMatch(text, /Owes us a call/);
  });

  it("a member's data holds what was written about them and their orders; erasing forgets it", async () => {
    const other = await anotherClient(desk);
    const order = await desk.place(await desk.slot(4), other);
    await write("member", other.id, "Speaks softly.");
    await write("order", order.id, "Paid by an aunt.");
    await write("member", desk.client.id, "Stays.");
    const texts = async (memberId: string) => {
      const { notes } = (await desk.as(system, (scope) => personalData.export(scope, memberId))) as {
        notes: { text: string }[];
      };
      return notes.map(({ text }) => text).toSorted();
    };
    assert.deepEqual(await texts(other.id), ["Paid by an aunt.", "Speaks softly."]);
    await desk.as(system, (scope) => personalData.erase(scope, other.id));
    assert.deepEqual(await texts(other.id), []);
    assert.ok((await texts(desk.client.id)).includes("Stays."));
  });
});
