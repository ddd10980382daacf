import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { OrderDesk } from "../orders/testing.ts";
import { buildBooking, buildMember } from "../scheduling/testing.ts";
import { openBody } from "./messages/body.ts";
import { MessageVersion } from "./models/message-version.ts";
import { personalData } from "./personal-data.ts";
import { ChatRoom, type ConversationAnswer, type MessageAnswer, type Writer } from "./testing.ts";

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
    const input = { conversationId: id, clientId: "retry-1", text: "Once" };
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const { body } = await house.call("messaging.sendMessage", input, ann);
        const { result, error } = body as {
          result?: { data: MessageAnswer };
          error?: { data: { code: string } };
        };
        return result?.data.id ?? error?.data.code;
      }),
    );
    // On a machine with too much to do, whoever waits for two seconds is told to come again.
    const sent = answers.filter((answer) => answer !== "request.busy");
    assert.equal(new Set(sent).size, 1);
    assert.ok(sent.length > 1);
    await room.say(ben, id, "The other may use the same id", { clientId: "retry-1" });
    assert.deepEqual(await room.texts(ben, id), ["Once", "The other may use the same id"]);
  });

  it("429 a conversation somebody else is at for too long; the repeat under the same client id sends it once", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    await admin.query("begin");
    await admin.query("select from conversations where id = $1 for update", [id]);
    const message = { conversationId: id, clientId: "patient", text: "Hello" };
    assert.equal(await house.refused("messaging.sendMessage", message, ann), "429 request.busy");
    await admin.end();
    await house.ok("messaging.sendMessage", message, ann);
    assert.deepEqual(await room.texts(ben, id), ["Hello"]);
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

  it("200 put away, pinned and silenced for the member alone; a new message brings it back", async () => {
    const [ann, ben, cat] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Cat")];
    const { id } = await room.between(ann, ben);
    const newer = await room.between(ann, cat);
    const set = (changes: object) =>
      house.ok<ConversationAnswer>("messaging.updateConversation", { id, ...changes }, ann);
    const ids = async (more: object = {}) => (await list(ann, more)).items.map((each) => each.id);
    await room.say(cat, newer.id, "Newer");
    assert.deepEqual(await ids(), [newer.id, id]);
    const pinned = await set({ isPinned: true, isMuted: true });
    assert.deepEqual([pinned.isPinned, pinned.isMuted, pinned.isArchived], [true, true, false]);
    assert.deepEqual(await ids(), [id, newer.id]);
    const first = await list(ann, { limit: 1 });
    assert.deepEqual(await ids({ limit: 1, cursor: first.nextCursor }), [newer.id]);
    await set({ isArchived: true, isPinned: false });
    assert.deepEqual([await ids(), await ids({ isArchived: true })], [[newer.id], [id]]);
    assert.deepEqual((await list(ben)).items[0]?.isArchived, false);
    await room.say(ben, id, "Are you there?");
    const [back] = (await list(ann)).items;
    assert.deepEqual([back?.id, back?.isArchived, back?.isMuted], [id, false, true]);
  });

  it("403 between two of whom one blocked the other, both ways, until it is undone; a group goes on", async () => {
    const [ann, ben, cat] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Cat")];
    const { id } = await room.between(ann, ben);
    const group = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Circle", memberIds: [ben.id, cat.id] },
      ann,
    );
    await room.say(ann, id, "Before");
    const block = await house.ok<{ id: string }>("safety.createBlock", { memberId: ben.id }, ann);
    for (const [who, other] of [
      [ann, ben],
      [ben, ann],
    ] as const) {
      const message = { conversationId: id, clientId: "blocked", text: "Hello" };
      assert.equal(await house.refused("messaging.sendMessage", message, who), "403 safety.blocked");
      const typing = { conversationId: id, isTyping: true };
      assert.equal(await house.refused("messaging.updateTyping", typing, who), "403 safety.blocked");
      assert.equal(
        await house.refused("messaging.createGroup", { title: "Two", memberIds: [other.id] }, who),
        "403 safety.blocked",
      );
      assert.deepEqual(await room.texts(who, id), ["Before"]);
      await room.say(who, group.id, "In the circle");
    }
    await house.ok("safety.deleteBlock", { id: block.id }, ann);
    await room.say(ben, id, "After");
    assert.deepEqual(await room.texts(ann, id), ["Before", "After"]);
  });

  const missed = (writer: { headers: Record<string, string> }, conversationId: string, since: number) =>
    house.ok<{ items: MessageAnswer[] }>("messaging.listChanges", { conversationId, since }, writer);

  it("200 an edited message says so and is caught up with; what it said before is kept", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const first = await room.say(ann, id, "See you at fife");
    await room.say(ben, id, "Fine");
    const edited = await house.ok<MessageAnswer>(
      "messaging.updateMessage",
      { id: first.id, text: "See you at five" },
      ann,
    );
    assert.deepEqual([edited.text, edited.seq, edited.change], ["See you at five", 1, 3]);
    assert.ok(edited.editedAt);
    const same = await house.ok<MessageAnswer>(
      "messaging.updateMessage",
      { id: first.id, text: "See you at five" },
      ann,
    );
    assert.equal(same.change, 3);
    const { items } = await missed(ben, id, 2);
    assert.deepEqual(
      items.map(({ seq, text }) => [seq, text]),
      [[1, "See you at five"]],
    );
    for (const path of ["messaging.updateMessage", "messaging.deleteMessage"])
      assert.equal(
        await house.refused(
          path,
          { id: first.id, ...(path.endsWith("updateMessage") && { text: "Mine now" }) },
          ben,
        ),
        "404 request.not_found",
      );
    const kept = await house.within(room.site.live, async (scope) =>
      (await scope.query(MessageVersion).where({ messageId: first.id })).map(({ bodySealed }) =>
        openBody(scope.tenant, { id: first.id, bodySealed }),
      ),
    );
    assert.deepEqual(kept, ["See you at fife"]);
  });

  it("200 a deleted message keeps its place without its text; 409 editing it", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const first = await room.say(ann, id, "Too much said");
    await room.say(ben, id, "What?", { replyToId: first.id });
    for (let times = 0; times < 2; times++) {
      const gone = await house.ok<MessageAnswer>("messaging.deleteMessage", { id: first.id }, ann);
      assert.deepEqual([gone.text, gone.change], [null, 3]);
    }
    assert.equal(
      await house.refused("messaging.updateMessage", { id: first.id, text: "Back" }, ann),
      "409 messaging.message_deleted",
    );
    assert.deepEqual(await room.texts(ben, id), [null, "What?"]);
    const { items } = await missed(ben, id, 1);
    assert.deepEqual(
      items.map(({ seq, text, replyTo }) => [seq, text, replyTo?.text]),
      [
        [2, "What?", null],
        [1, null, undefined],
      ],
    );
  });

  it("200 an answer shows what it answers, and a message its answers; 400 a message of another conversation", async () => {
    const [ann, ben, cat] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Cat")];
    const { id } = await room.between(ann, ben);
    const question = await room.say(ann, id, "Which day?");
    const answer = await room.say(ben, id, "Friday", { replyToId: question.id });
    assert.deepEqual(answer.replyTo, { id: question.id, seq: 1, senderId: ann.id, text: "Which day?" });
    const thread = await house.ok<Page<MessageAnswer>>(
      "messaging.listReplies",
      { messageId: question.id },
      ann,
    );
    assert.deepEqual(
      thread.items.map(({ text }) => text),
      ["Friday"],
    );
    const elsewhere = await room.between(ann, cat);
    assert.equal(
      await house.refused(
        "messaging.sendMessage",
        { conversationId: elsewhere.id, clientId: "r", text: "Hm", replyToId: question.id },
        ann,
      ),
      "400 request.invalid_input",
    );
    assert.equal(
      await house.refused("messaging.listReplies", { messageId: question.id }, cat),
      "404 request.not_found",
    );
  });

  it("200 sent, delivered and read are told apart; a receipt of others changes nothing", async () => {
    const [ann, ben, eve] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Eve")];
    const { id } = await room.between(ann, ben);
    for (const text of ["One", "Two"]) await room.say(ann, id, text);
    const states = async () => {
      const { participants } = await room.look(ann, id);
      const { readSeq, deliveredSeq } = participants.find(({ memberId }) => memberId === ben.id)!;
      return { readSeq, deliveredSeq };
    };
    assert.deepEqual(await states(), { readSeq: 0, deliveredSeq: 0 });
    const receive = (who: { headers: Record<string, string> }, seq: number) =>
      house.ok("messaging.receiveMessages", { receipts: [{ conversationId: id, seq }] }, who);
    await receive(eve, 2);
    await receive(ben, 50);
    await receive(ben, 1);
    assert.deepEqual(await states(), { readSeq: 0, deliveredSeq: 2 });
    await house.ok("messaging.readConversation", { id, seq: 1 }, ben);
    assert.deepEqual(await states(), { readSeq: 1, deliveredSeq: 2 });
  });

  it("200 who keeps a group adds, removes and renames; 403 the others, and who was removed", async () => {
    const [ann, ben, cat, dan] = [
      await room.writer("Ann"),
      await room.writer("Ben"),
      await room.writer("Cat"),
      await room.writer("Dan"),
    ];
    const { id } = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Circle", memberIds: [ben.id, cat.id] },
      ann,
    );
    await room.say(ann, id, "Before Dan");
    const put = { conversationId: id, memberIds: [dan.id] };
    const out = (who: Writer) => ({ conversationId: id, memberId: who.id });
    for (const [path, input] of [
      ["messaging.addParticipants", put],
      ["messaging.removeParticipant", out(cat)],
      ["messaging.updateGroup", { id, title: "Mine" }],
    ] as const)
      assert.equal(await house.refused(path, input, ben), "403 messaging.keeper_only", path);
    await house.ok("messaging.addParticipants", put, ann);
    await room.say(ben, id, "Hello Dan");
    assert.deepEqual(await room.texts(dan, id), ["Hello Dan"]);
    assert.equal((await room.look(dan, id)).unreadCount, 1);
    const named = await house.ok<ConversationAnswer>("messaging.updateGroup", { id, title: "Round" }, ann);
    assert.equal(named.title, "Round");

    await house.ok("messaging.removeParticipant", out(cat), ann);
    for (const [path, input] of [
      ["messaging.listMessages", { conversationId: id }],
      ["messaging.getConversation", { id }],
      ["messaging.sendMessage", { conversationId: id, clientId: "x", text: "Still here" }],
    ] as const)
      assert.equal(await house.refused(path, input, cat), "403 messaging.left", path);
    assert.deepEqual((await list(cat)).items, []);

    // The keeper leaves: Ben, who was there next, keeps it, and brings Cat back.
    await house.ok("messaging.removeParticipant", out(ann), ann);
    await house.ok("messaging.addParticipants", { ...put, memberIds: [cat.id] }, ben);
    await room.say(ben, id, "Welcome back");
    assert.deepEqual(await room.texts(cat, id), ["Welcome back"]);
    const { participants, keeperId } = await room.look(ben, id);
    assert.equal(keeperId, ben.id);
    assert.deepEqual(
      participants.filter(({ hasLeft }) => hasLeft).map(({ memberId }) => memberId),
      [ann.id],
    );
    const pair = await room.between(ben, dan);
    assert.equal(
      await house.refused("messaging.updateGroup", { id: pair.id, title: "No" }, ben),
      "409 messaging.not_a_group",
    );
  });

  it("409 a fifty-first person", async () => {
    const [ann, ...others] = await Promise.all(Array.from({ length: 51 }, (_, at) => room.writer(`P${at}`)));
    const { id } = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Crowd", memberIds: others.slice(0, 49).map((each) => each.id) },
      ann,
    );
    assert.equal(
      await house.refused(
        "messaging.addParticipants",
        { conversationId: id, memberIds: [others[49]!.id] },
        ann,
      ),
      "409 messaging.group_full",
    );
  });

  it("200 newcomers see what was written before, where the site wants that", async () => {
    const open = new ChatRoom(
      house,
      await house.site(undefined, { messaging: { newcomersSeeHistory: true } }),
    );
    const [ann, ben, cat] = [await open.writer("Ann"), await open.writer("Ben"), await open.writer("Cat")];
    const { id } = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Archive", memberIds: [ben.id] },
      ann,
    );
    await open.say(ann, id, "Long ago");
    await house.ok("messaging.addParticipants", { conversationId: id, memberIds: [cat.id] }, ann);
    assert.deepEqual(await open.texts(cat, id), ["Long ago"]);
    assert.equal((await open.look(cat, id)).unreadCount, 0);
  });

  it("every page of a conversation hears what happens in it, by numbered frames; nobody else does", async () => {
    const ann = await room.writer("Ann");
    const { headers } = await room.site.signIn("ben-live@example.com");
    const stranger = await room.site.signIn("eve-live@example.com");
    const frames = async (as: Record<string, string>, since: number) => {
      const answer = await house.request(`/api/v1/stream?since=${since}`, {
        headers: { ...as, Accept: "application/json" },
      });
      return (await answer.json()) as { frames: { seq: number; name: string; data: MessageAnswer }[] };
    };
    // Ben writes first: the site shows Ann alone.
    const { id } = await house.ok<ConversationAnswer>(
      "messaging.openConversation",
      { memberId: ann.id },
      { headers },
    );
    const sent = await room.say(ann, id, "Hello");
    await house.ok("messaging.updateMessage", { id: sent.id, text: "Hello Ben" }, ann);
    await house.ok("messaging.readConversation", { id }, { headers });
    await house.ok("messaging.deleteMessage", { id: sent.id }, ann);
    const heard = await house.until("five frames", async () => {
      const { frames: found } = await frames(headers, 0);
      const about = found.filter(({ name }) => /^(message|conversation)\./.test(name));
      return about.length >= 5 && about;
    });
    assert.deepEqual(
      heard.map(({ name }) => name),
      ["conversation.opened", "message.sent", "message.edited", "conversation.read", "message.deleted"],
    );
    assert.equal(heard.at(-1)?.data.change, 3);
    const { frames: others } = await frames(stranger.headers, 0);
    assert.deepEqual(
      others.filter(({ name }) => /^(message|conversation)\./.test(name)),
      [],
    );
  });

  it("a newcomer of a group does not hear of changes to what was written before they came", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { headers, memberId } = await room.site.signIn("dan-live@example.com");
    // Dan writes to Ann first, so she may put him into a group.
    await house.ok("messaging.openConversation", { memberId: ann.id }, { headers });
    const { id } = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Circle", memberIds: [ben.id] },
      ann,
    );
    const early = await room.say(ann, id, "Our secret");
    const gone = await room.say(ann, id, "Our mistake");
    await house.ok("messaging.addParticipants", { conversationId: id, memberIds: [memberId] }, ann);
    await house.ok("messaging.updateMessage", { id: early.id, text: "Our old secret" }, ann);
    await house.ok("messaging.deleteMessage", { id: gone.id }, ann);
    const late = await room.say(ann, id, "Hello Dan");
    await house.ok("messaging.updateMessage", { id: late.id, text: "Hello, Dan" }, ann);
    await house.ok("messaging.deleteMessage", { id: late.id }, ann);
    const heard = await house.until("the last frame", async () => {
      const answer = await house.request("/api/v1/stream?since=0", {
        headers: { ...headers, Accept: "application/json" },
      });
      const { frames } = (await answer.json()) as { frames: { name: string; data: MessageAnswer }[] };
      const about = frames.filter(({ name }) => name.startsWith("message."));
      return about.some(({ name, data }) => name === "message.deleted" && data.id === late.id) && about;
    });
    assert.deepEqual(
      heard.map(({ name, data }) => [name, data.seq]),
      [
        ["message.sent", 3],
        ["message.edited", 3],
        ["message.deleted", 3],
      ],
    );
  });

  it("an answer shows a newcomer nothing of a message from before they came, anywhere; the others see what it answers", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { headers, memberId } = await room.site.signIn("eve-late@example.com");
    const eve = { headers };
    await house.ok("messaging.openConversation", { memberId: ann.id }, eve);
    const { id: conversationId } = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Circle", memberIds: [ben.id] },
      ann,
    );
    const early = await room.say(ann, conversationId, "Our secret");
    await house.ok("messaging.addParticipants", { conversationId, memberIds: [memberId] }, ann);
    const answer = await house.ok<MessageAnswer>(
      "messaging.sendMessage",
      { conversationId, clientId: "answer", text: "A xylophone, yes", replyToId: early.id },
      ben,
    );
    assert.equal(answer.replyTo?.text, "Our secret");
    await house.ok("messaging.updateMessage", { id: answer.id, text: "A xylophone, no" }, ben);
    const read = async (path: string, input: object, by: typeof eve) =>
      JSON.stringify(await house.ok(path, input, by));
    for (const [path, input] of [
      ["messaging.listMessages", { conversationId }],
      ["messaging.listChanges", { conversationId, since: 0 }],
      ["messaging.searchMessages", { query: "xylophone" }],
      ["messaging.getConversation", { id: conversationId }],
      ["messaging.listConversations", {}],
    ] as const) {
      const [hers, his] = [await read(path, input, eve), await read(path, input, ben)];
      assert.match(hers, /A xylophone, no/, path);
      assert.doesNotMatch(hers, new RegExp(`secret|${early.id}`), path);
      assert.match(his, /Our secret/, path);
    }
    const framesOf = async (by: typeof eve) => {
      const frames = await house.request("/api/v1/stream?since=0", {
        headers: { ...by.headers, Accept: "application/json" },
      });
      return ((await frames.json()) as { frames: { name: string; data: MessageAnswer }[] }).frames.filter(
        ({ data }) => data.id === answer.id,
      );
    };
    const heard = await house.until("both frames", async () => {
      const found = await framesOf(eve);
      return found.length === 2 && found;
    });
    assert.deepEqual(
      heard.map(({ name, data }) => [name, data.replyTo]),
      [
        ["message.sent", null],
        ["message.edited", null],
      ],
    );
    assert.equal(
      await house.refused(
        "messaging.sendMessage",
        { conversationId, clientId: "back", text: "And?", replyToId: early.id },
        eve,
      ),
      "400 request.invalid_input",
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
