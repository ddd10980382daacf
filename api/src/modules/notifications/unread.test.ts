import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { PushServer } from "../../../test/push-server.ts";
import { wallClock } from "../../platform/clock.ts";
import { readRanges } from "../../platform/outgoing.ts";
import { usePush } from "../../platform/providers/push/for-tenant.ts";
import { capturedPushes } from "../../platform/providers/push/local.ts";
import { webPushes } from "../../platform/providers/push/web-push.ts";
import { minutes, plus } from "../../platform/time.ts";
import { readMember } from "../identity/index.ts";
import { ChatRoom, type Writer } from "../messaging/testing.ts";

interface News {
  readonly name: string;
  readonly category: string;
  readonly title: string;
  readonly body: string;
  readonly about: { readonly kind: string; readonly id: string };
}

const secret = "the rabbit sleeps at noon";

describe("news of messages that were not read", () => {
  let house: TestHouse;
  let site: TestSite;
  let room: ChatRoom;
  let admin: pg.Client;
  before(async () => {
    house = await TestHouse.open();
    site = await house.site();
    room = new ChatRoom(house, site);
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  /** Lets the minutes pass for the messages of a conversation: each was sent so much earlier, and what is due comes. */
  async function wait(conversationId: string, count = 6): Promise<void> {
    const since = `${count} minutes`;
    await admin.query(
      "update messages set created_at = created_at - $2::interval where conversation_id = $1",
      [conversationId, since],
    );
    await admin.query(
      "update timers set due_at = due_at - $2::interval where subject_id = $1 and kind = 'messaging.tell_unread'",
      [conversationId, since],
    );
    await settled(conversationId);
  }
  /** Until no due timer of a conversation is left, and nothing that follows from it. */
  const settled = (conversationId: string) =>
    house.until("the timers and what follows from them", async () => {
      const { rows } = await admin.query<{ left: number }>(
        `select ((select count(*) from timers where subject_id = $1 and state in ('pending', 'firing') and due_at <= $2)
          + (select count(*) from outbox)
          + (select count(*) from graphile_worker.jobs where locked_at is not null or run_at <= $2))::int as left`,
        [conversationId, wallClock()],
      );
      return rows[0]!.left === 0;
    });
  const news = async (reader: Writer): Promise<News[]> =>
    (await house.ok<{ items: News[] }>("notifications.listNotifications", { category: "messaging" }, reader))
      .items;
  const mails = async (reader: Writer) => {
    const { email } = (await house.within(site.live, (scope) => readMember(scope, reader.id)))!;
    return house.mailsTo(site.live, email);
  };
  const subjects = async (reader: Writer) => (await mails(reader)).map(({ subject }) => subject);
  async function pair() {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    return { ann, ben, id };
  }

  it("one for the conversation, not one for each message: on the page and by mail, with who wrote and never what", async () => {
    const { ann, ben, id } = await pair();
    for (const text of [secret, "second", "third"]) await room.say(ann, id, text);
    await wait(id, 4);
    assert.deepEqual(await news(ben), [], "not before five minutes");
    await wait(id, 2);
    const [told, ...more] = await news(ben);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [told!.name, told!.title, told!.about],
      ["messages_unread", "New from Ann", { kind: "conversation", id }],
    );
    const [mail, ...others] = await mails(ben);
    assert.deepEqual(others, []);
    assert.match(mail!.text, /messages from Ann[^]*Unread messages: 3/);
    assert.doesNotMatch(JSON.stringify([mail, told]), /rabbit|second|third/);
    assert.deepEqual(await news(ann), [], "nobody is told of what they wrote");
    await room.say(ann, id, "fourth");
    await wait(id);
    assert.equal((await news(ben)).length, 1, "until it is read, it is the same news");
    await house.ok("messaging.readConversation", { id }, ben);
    await room.say(ann, id, "fifth");
    await wait(id);
    assert.equal((await news(ben)).length, 2);
    assert.deepEqual(await subjects(ben), ["New from Ann", "New from Ann"]);
  });

  it("none for what was read meanwhile, and what came after it waits its own while", async () => {
    const { ann, ben, id } = await pair();
    await room.say(ann, id, "one");
    await house.ok("messaging.readConversation", { id }, ben);
    await wait(id);
    assert.deepEqual(await news(ben), []);
    await room.say(ann, id, "two");
    await room.say(ann, id, "three");
    await wait(id, 4);
    await house.ok("messaging.readConversation", { id, seq: 2 }, ben);
    await room.say(ann, id, "four");
    await wait(id, 4);
    await wait(id, 4);
    assert.equal((await news(ben)).length, 1);
  });

  it("none in a conversation that was silenced, also when it is put away; and again once it is not", async () => {
    const { ann, ben, id } = await pair();
    await house.ok("messaging.updateConversation", { id, isMuted: true, isArchived: true }, ben);
    await room.say(ann, id, "psst");
    await wait(id);
    await room.say(ann, id, "hello?");
    await wait(id);
    assert.deepEqual([await news(ben), await subjects(ben)], [[], []]);
    await house.ok("messaging.updateConversation", { id, isMuted: false }, ben);
    await wait(id);
    assert.equal((await news(ben)).length, 1);
  });

  it("none from somebody who was blocked, of a message taken back, or after leaving", async () => {
    const { ann, ben, id } = await pair();
    await room.say(ann, id, "buy this");
    await house.ok("safety.createBlock", { memberId: ann.id }, ben);
    await wait(id);
    assert.deepEqual(await news(ben), []);
    const other = await pair();
    const sent = await room.say(other.ann, other.id, "oops");
    await house.ok("messaging.deleteMessage", { id: sent.id }, other.ann);
    await wait(other.id);
    assert.deepEqual(await news(other.ben), []);
    const group = await house.ok<{ id: string }>(
      "messaging.createGroup",
      { title: "Climbers", memberIds: [other.ben.id] },
      other.ann,
    );
    await room.say(other.ann, group.id, "Saturday?");
    await house.ok(
      "messaging.removeParticipant",
      { conversationId: group.id, memberId: other.ben.id },
      other.ben,
    );
    await wait(group.id);
    assert.deepEqual(await news(other.ben), []);
  });

  it("who is at the page is told when they are gone and it is still unread", async () => {
    const { ann, ben, id } = await pair();
    await house.ok("messaging.updatePresence", { state: "online" }, ben);
    await room.say(ann, id, "are you there?");
    await wait(id);
    assert.deepEqual(await news(ben), []);
    await house.ok("messaging.updatePresence", { state: "away" }, ben);
    await wait(id);
    assert.equal((await news(ben)).length, 1);
  });

  it("a group is named, and of many people not everybody; each reader has news of their own", async () => {
    const people = await Promise.all(["Ann", "Ben", "Cai", "Dee", "Eva"].map((name) => room.writer(name)));
    const [keeper, ...others] = people;
    const { id } = await house.ok<{ id: string }>(
      "messaging.createGroup",
      { title: "Climbers", memberIds: others.map((other) => other.id) },
      keeper,
    );
    for (const writer of people) await room.say(writer, id, `by ${writer.name}`);
    await wait(id);
    const [told] = await news(keeper!);
    assert.equal(told!.title, "New from Ben, Cai, and 2 more");
    assert.match(told!.body, /in “Climbers”/);
    assert.deepEqual(await news(people[4]!), [], "who wrote last has read the rest");
  });

  it("a member's choice switches it off, and the site says after how many minutes", async () => {
    const slow = await house.site(undefined, { messaging: { unreadNoticeMinutes: 60 } });
    const hall = new ChatRoom(house, slow);
    const [ann, ben] = [await hall.writer("Ann"), await hall.writer("Ben")];
    const { id } = await hall.between(ann, ben);
    await hall.say(ann, id, "no hurry");
    await wait(id, 50);
    assert.deepEqual(await news(ben), []);
    await house.ok(
      "notifications.updatePreferences",
      { changes: [{ category: "messaging", channel: "email", isOn: false }] },
      ben,
    );
    await wait(id, 11);
    assert.equal((await news(ben)).length, 1);
    const { email } = (await house.within(slow.live, (scope) => readMember(scope, ben.id)))!;
    assert.deepEqual(await house.mailsTo(slow.live, email), []);
  });

  it("mails wait for the digest a member chose, and are dropped when the conversation was read by then", async () => {
    const { ann, ben, id } = await pair();
    await house.ok("notifications.updatePreferences", { digest: "daily" }, ben);
    await room.say(ann, id, "later is fine");
    await wait(id);
    assert.deepEqual(await subjects(ben), []);
    assert.equal((await news(ben)).length, 1, "the page never waits");
    await house.ok("messaging.readConversation", { id }, ben);
    await admin.query("update notification_deliveries set due_at = $2 where member_id = $1", [
      ben.id,
      plus(wallClock(), -minutes(1)),
    ]);
    await admin.query(
      "update timers set due_at = $2 where subject_id = $1 and kind = 'notifications.release'",
      [ben.id, plus(wallClock(), -minutes(1))],
    );
    await house.until("the digest to be given up", async () => {
      const { rows } = await admin.query<{ state: string }>(
        "select state from notification_deliveries where member_id = $1 and name = 'digest'",
        [ben.id],
      );
      return rows[0] !== undefined && rows[0].state !== "queued";
    });
    assert.deepEqual(await subjects(ben), []);
  });

  it("a push to the browser of the reader, and none to a browser of another site's", async () => {
    const guard = readRanges("127.0.0.1/32");
    const live = webPushes({ subject: "mailto:no-reply@tessera.example", guard });
    usePush({ live, captured: capturedPushes(house.house.scopes), guard });
    const [ours, theirs] = [await new PushServer().open(), await new PushServer().open()];
    try {
      const other = new ChatRoom(house, await house.site());
      const told: { readonly conversationId: string; readonly service: PushServer }[] = [];
      for (const [hall, service] of [
        [room, ours],
        [other, theirs],
      ] as const) {
        const [ann, ben] = [await hall.writer("Ann"), await hall.writer("Ben")];
        const { id } = await hall.between(ann, ben);
        await house.ok("notifications.preparePush", {}, ben);
        await house.ok(
          "notifications.addPushSubscription",
          { ...service.target, device: "Firefox on Linux" },
          ben,
        );
        await hall.say(ann, id, secret);
        told.push({ conversationId: id, service });
      }
      const [mine, hers] = told;
      await wait(mine!.conversationId);
      await house.until("the push", async () => ours.received.length > 0);
      assert.equal(theirs.received.length, 0, "hers is not due");
      await wait(hers!.conversationId);
      await house.until("her push", async () => theirs.received.length > 0);
      for (const { conversationId, service } of told) {
        assert.equal(service.received.length, 1);
        const { title, about } = JSON.parse(service.received[0]!.text) as News;
        assert.deepEqual([title, about], ["New from Ann", { kind: "conversation", id: conversationId }]);
        assert.doesNotMatch(service.received[0]!.text, /rabbit/);
      }
    } finally {
      await ours.stop();
      await theirs.stop();
    }
  });
});
