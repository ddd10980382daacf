import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { KeyRing, useKeyRing } from "../../../platform/secrets.ts";
import { ChatRoom, type ConversationAnswer, type MessageAnswer, type Writer } from "../testing.ts";

interface Found extends MessageAnswer {
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
}

describe("searching messages", () => {
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

  const search = (writer: Writer, query: string, more: object = {}) =>
    house.ok<{ items: Found[]; nextCursor: string | null }>(
      "messaging.searchMessages",
      { query, ...more },
      writer,
    );
  const texts = async (writer: Writer, query: string, more: object = {}) =>
    (await search(writer, query, more)).items.map(({ text }) => text);

  it("200 all words of the query, in any order, in English and Chinese, newest first, with their places", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    for (const text of [
      "The invoice for March",
      "请把三月的发票发给我",
      "March is over",
      "Invoices are paid in March",
    ])
      await room.say(ann, id, text);
    assert.deepEqual(await texts(ben, "march INVOICE"), [
      "Invoices are paid in March",
      "The invoice for March",
    ]);
    assert.deepEqual(await texts(ben, "发票"), ["请把三月的发票发给我"]);
    assert.deepEqual(await texts(ben, "票"), ["请把三月的发票发给我"]);
    assert.deepEqual(await texts(ben, "四月"), []);
    assert.deepEqual(await texts(ben, "?!"), []);
    const [found] = (await search(ben, "invoice paid")).items;
    assert.deepEqual(
      found!.highlights.map(({ start, end }) => found!.text!.slice(start, end)),
      ["Invoices", "paid"],
    );
    const first = await search(ben, "march", { limit: 1 });
    assert.deepEqual(await texts(ben, "march", { limit: 5, cursor: first.nextCursor }), [
      "March is over",
      "The invoice for March",
    ]);
  });

  it("200 in one's own conversations alone, from when one came until one left", async () => {
    const [ann, ben, cat, eve] = [
      await room.writer("Ann"),
      await room.writer("Ben"),
      await room.writer("Cat"),
      await room.writer("Eve"),
    ];
    const pair = await room.between(ann, ben);
    await room.say(ann, pair.id, "A walrus between us");
    const group = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Zoo", memberIds: [ben.id] },
      ann,
    );
    await room.say(ann, group.id, "The early walrus");
    await house.ok("messaging.addParticipants", { conversationId: group.id, memberIds: [cat.id] }, ann);
    await room.say(ben, group.id, "The late walrus");
    assert.equal((await texts(ann, "walrus")).length, 3);
    assert.deepEqual(await texts(ann, "walrus", { conversationId: pair.id }), ["A walrus between us"]);
    assert.deepEqual(await texts(cat, "walrus"), ["The late walrus"]);
    assert.deepEqual(await texts(eve, "walrus"), []);
    assert.deepEqual(await texts(eve, "walrus", { conversationId: pair.id }), []);
    await house.ok("messaging.removeParticipant", { conversationId: group.id, memberId: cat.id }, ann);
    assert.deepEqual(await texts(cat, "walrus"), []);
    const stranger = new ChatRoom(house, await house.site());
    assert.deepEqual(await texts(await stranger.writer("Sam"), "walrus"), []);
  });

  it("200 page by page through several conversations, each message once, as they were written", async () => {
    const [ann, ben, cat] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Cat")];
    const talks = [await room.between(ann, ben), await room.between(ann, cat)];
    const written: string[] = [];
    for (let count = 0; count < 14; count += 1) {
      // Three in a row in one of them, one in the other.
      const text = `Heron ${count}`;
      await room.say(ann, talks[count % 4 === 3 ? 1 : 0]!.id, text);
      written.unshift(text);
    }
    const found: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page = await search(ann, "heron", { limit: 3, ...(cursor !== null && { cursor }) });
      found.push(...page.items.map(({ text }) => text));
      cursor = page.nextCursor;
    } while (cursor !== null);
    assert.deepEqual(found, written);
  });

  it("200 by what an edited message says now; not by what a deleted one said", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const message = await room.say(ann, id, "A pelican");
    await house.ok("messaging.updateMessage", { id: message.id, text: "A heron" }, ann);
    assert.deepEqual([await texts(ben, "pelican"), await texts(ben, "heron")], [[], ["A heron"]]);
    await house.ok("messaging.deleteMessage", { id: message.id }, ann);
    assert.deepEqual(await texts(ben, "heron"), []);
  });

  it("200 what was written before the keys were changed is still found and read", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    await room.say(ann, id, "An ibis before");
    useKeyRing(KeyRing.parse(`fresh:${Buffer.alloc(32, 7).toString("base64")},${house.database.secret}`));
    try {
      await room.say(ann, id, "An ibis after");
      assert.deepEqual(await texts(ben, "ibis"), ["An ibis after", "An ibis before"]);
    } finally {
      useKeyRing(KeyRing.parse(house.database.secret));
    }
  });

  it("400 no query, and one of 201 letters", async () => {
    const ann = await room.writer("Ann");
    for (const query of ["  ", "x".repeat(201)])
      assert.equal(
        await house.refused("messaging.searchMessages", { query }, ann),
        "400 request.invalid_input",
      );
  });
});
