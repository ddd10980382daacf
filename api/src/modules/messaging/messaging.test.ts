import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { OrderDesk } from "../orders/testing.ts";
import { buildBooking, buildMember } from "../scheduling/testing.ts";
import { personalData } from "./personal-data.ts";
import { ChatRoom, type ConversationAnswer, type MessageAnswer } from "./testing.ts";

interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

describe("messaging", () => {
  let house: TestHouse;
  let room: ChatRoom;
  before(async () => {
    house = await TestHouse.open();
    room = new ChatRoom(house, await house.site());
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const list = (writer: { headers: Record<string, string> }, more: object = {}) =>
    house.ok<Page<ConversationAnswer> & { unread: number }>("messaging.listConversations", more, writer);

  it("200 two people have one conversation, whoever opens it, also of ten at once", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? room.between(ann, ben) : room.between(ben, ann))),
    );
    assert.equal(new Set(opened.map(({ id }) => id)).size, 1);
    assert.deepEqual(opened[0]!.participants.map(({ name }) => name).toSorted(), ["Ann", "Ben"]);
    assert.equal((await list(ann)).items.length, 1);
  });

  it("404 oneself, nobody's id, another tenant's member and somebody the site does not show", async () => {
    const [ann, hidden] = [await room.writer("Ann"), await room.writer("Hal", { isListed: false })];
    const stranger = await new ChatRoom(house, await house.site()).writer("Sam");
    for (const memberId of [ann.id, hidden.id, stranger.id, newId(wallClock())])
      assert.equal(
        await house.refused("messaging.openConversation", { memberId }, ann),
        "404 request.not_found",
      );
    // Whom the other has written to may answer, and begin again.
    await room.between(hidden, ann);
    assert.equal((await room.between(ann, hidden)).kind, "direct");
  });

  it("404 a conversation of others, in every operation", async () => {
    const [ann, ben, eve] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Eve")];
    const { id } = await room.between(ann, ben);
    await room.say(ann, id, "For Ben alone");
    for (const [path, input] of Object.entries({
      "messaging.getConversation": { id },
      "messaging.readConversation": { id },
      "messaging.listMessages": { conversationId: id },
      "messaging.listChanges": { conversationId: id, since: 0 },
      "messaging.sendMessage": { conversationId: id, clientId: "x", text: "Me too" },
    }))
      assert.equal(await house.refused(path, input, eve), "404 request.not_found", path);
    assert.deepEqual((await list(eve)).items, []);
    assert.equal(
      await house.refused("messaging.listConversations", {}, { headers: room.site.visitor }),
      "401 request.unauthenticated",
    );
    assert.equal(
      await house.refused("messaging.listConversations", {}, { headers: room.site.server }),
      "403 request.forbidden",
    );
  });

  it("200 messages are numbered from 1 without a gap while both write at once", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => room.say(at % 2 === 0 ? ann : ben, id, `Number ${at}`)),
    );
    const { items } = await house.ok<Page<MessageAnswer>>(
      "messaging.listMessages",
      { conversationId: id, limit: 100 },
      ann,
    );
    assert.deepEqual(
      items.map(({ seq }) => seq),
      Array.from({ length: 20 }, (_, at) => 20 - at),
    );
  });

  it("200 a message sent fifty times under one client id is there once", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const sent = await Promise.all(
      Array.from({ length: 50 }, () => room.say(ann, id, "Once", { clientId: "retry-1" })),
    );
    assert.equal(new Set(sent.map((message) => message.id)).size, 1);
    await room.say(ben, id, "The other may use the same id", { clientId: "retry-1" });
    assert.deepEqual(await room.texts(ben, id), ["Once", "The other may use the same id"]);
  });

  it("400 no text, 4001 letters, a client id of spaces", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    for (const wrong of [{ text: "  " }, { text: "x".repeat(4001) }, { clientId: "a b" }])
      assert.equal(
        await house.refused(
          "messaging.sendMessage",
          { conversationId: id, clientId: "a", text: "Hello", ...wrong },
          ann,
        ),
        "400 request.invalid_input",
      );
  });

  it("200 history page by page without gaps or repeats, while new messages arrive", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    for (let at = 1; at <= 7; at++) await room.say(ann, id, `Line ${at}`);
    const seen: number[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page: Page<MessageAnswer> = await house.ok(
        "messaging.listMessages",
        { conversationId: id, limit: 3, ...(cursor && { cursor }) },
        ben,
      );
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
      await room.say(ann, id, "Meanwhile");
    }
    assert.deepEqual(seen, [7, 6, 5, 4, 3, 2, 1]);
  });

  it("200 what a page missed, in one request and in order", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    await room.say(ann, id, "Seen");
    for (let at = 1; at <= 100; at++) await room.say(ann, id, `Missed ${at}`);
    const missed = await house.ok<{ items: MessageAnswer[]; hasMore: boolean }>(
      "messaging.listChanges",
      { conversationId: id, since: 1 },
      ben,
    );
    assert.deepEqual(
      [missed.items.map(({ text }) => text), missed.hasMore],
      [Array.from({ length: 100 }, (_, at) => `Missed ${at + 1}`), false],
    );
  });

  it("200 unread messages are counted, in the list and in all, until they are read", async () => {
    const [ann, ben, cat] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Cat")];
    const withBen = await room.between(ann, ben);
    const withCat = await room.between(ann, cat);
    for (const text of ["One", "Two", "Three"]) await room.say(ben, withBen.id, text);
    await room.say(cat, withCat.id, "Hello");
    const before = await list(ann);
    assert.deepEqual(
      before.items.map(({ id, unreadCount }) => [id, unreadCount]),
      [
        [withCat.id, 1],
        [withBen.id, 3],
      ],
    );
    assert.equal(before.unread, 4);
    assert.equal(before.items[1]!.lastMessage?.text, "Three");
    const read = (seq?: number) =>
      house.ok<{ readSeq: number; unread: number }>(
        "messaging.readConversation",
        { id: withBen.id, ...(seq !== undefined && { seq }) },
        ann,
      );
    assert.deepEqual(await read(2), { readSeq: 2, unread: 2 });
    assert.deepEqual(await read(1), { readSeq: 2, unread: 2 });
    assert.deepEqual(await read(99), { readSeq: 3, unread: 1 });
    const { counts } = await house.ok<{ counts: Record<string, number> }>("identity.getDashboard", {}, ann);
    assert.equal(counts["unreadMessages"], 1);
    // Ben learns how far Ann has read.
    const { participants } = await room.look(ben, withBen.id);
    assert.equal(participants.find(({ memberId }) => memberId === ann.id)?.readSeq, 3);
  });

  it("200 a group of listed people; 404 with somebody the site does not show", async () => {
    const [ann, ben, cat] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Cat")];
    const group = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Thursday circle", memberIds: [ben.id, cat.id, ben.id] },
      ann,
    );
    assert.deepEqual([group.kind, group.title, group.participants.length], ["group", "Thursday circle", 3]);
    await room.say(ann, group.id, "Welcome");
    assert.deepEqual(await room.texts(cat, group.id), ["Welcome"]);
    const hidden = await room.writer("Hal", { isListed: false });
    assert.equal(
      await house.refused("messaging.createGroup", { title: "No", memberIds: [ben.id, hidden.id] }, ann),
      "404 request.not_found",
    );
  });

  it("200 a conversation about a booking and one about an order, with their cards; 404 for others", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot(3);
    const made = await desk.as({ kind: "system", cause: "test" }, async (scope) => {
      const client = await buildMember(scope, { name: "Ann Baker" });
      const booking = await buildBooking(scope, desk.offer, { clientId: client.id, startsAt });
      return { client: client.id, other: (await buildMember(scope)).id, booking: booking.id };
    });
    const as = (id: string) => ({ headers: { ...desk.office, "Tessera-Acting-For": id } });
    const about = { kind: "booking", subjectId: made.booking };
    const opened = await house.ok<ConversationAnswer>("messaging.openSubject", about, as(made.client));
    const again = await house.ok<ConversationAnswer>("messaging.openSubject", about, desk.coach);
    assert.equal(again.id, opened.id);
    assert.deepEqual(opened.about, { kind: "booking", id: made.booking });
    const { card } = await house.ok<{ card: object }>(
      "messaging.getConversation",
      { id: opened.id },
      desk.coach,
    );
    assert.deepEqual(card, {
      title: desk.offer.title,
      state: "confirmed",
      at: startsAt.toISOString(),
      price: { amountMinor: 4501, currency: "EUR" },
    });
    assert.equal(
      await house.refused("messaging.openSubject", about, as(made.other)),
      "404 request.not_found",
    );
    for (const wrong of [
      { kind: "order", subjectId: made.booking },
      { kind: "weather", subjectId: made.booking },
    ])
      assert.equal(
        await house.refused("messaging.openSubject", wrong, as(made.client)),
        "404 request.not_found",
      );

    const order = await desk.place(await desk.slot(5));
    const talk = await house.ok<ConversationAnswer>(
      "messaging.openSubject",
      { kind: "order", subjectId: order.id },
      desk.client,
    );
    assert.deepEqual(
      talk.participants.map(({ memberId }) => memberId).toSorted(),
      [desk.client.id, desk.coach.id].toSorted(),
    );
    assert.equal(
      await house.refused("messaging.openSubject", { kind: "dispute", subjectId: order.id }, desk.client),
      "404 request.not_found",
    );
  });

  it("a dump of the database shows no text of a message", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    await room.say(ann, id, "Xylophone quartet rehearsal");
    const admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    const { rows: tables } = await admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    let bodies = 0;
    for (const { name } of tables) {
      const { rows } = await admin.query<{ text: string }>(`select t::text as text from ${name} t`);
      for (const { text } of rows) {
        assert.doesNotMatch(text, /xylophone|quartet|rehearsal/i, name);
        assert.ok(!text.includes(Buffer.from("Xylophone quartet").toString("base64").slice(0, 20)), name);
        if (name === "public.messages") bodies += 1;
      }
    }
    await admin.end();
    assert.ok(bodies > 0);
    assert.deepEqual(await room.texts(ben, id), ["Xylophone quartet rehearsal"]);
  });

  it("what a member wrote is exported; erasing leaves the thread without it", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    await room.say(ann, id, "Mine");
    await room.say(ben, id, "Yours");
    await house.within(room.site.live, async (scope) => {
      assert.match(JSON.stringify(await personalData.export(scope, ann.id)), /Mine/);
      await personalData.erase(scope, ann.id);
      assert.deepEqual(await personalData.export(scope, ann.id), { messages: [] });
    });
    assert.deepEqual(await room.texts(ben, id), [null, "Yours"]);
  });
});
