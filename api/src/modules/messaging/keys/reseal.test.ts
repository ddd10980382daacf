import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { KeyRing, useKeyRing } from "../../../platform/secrets.ts";
import { openBody, sealBody } from "../messages/body.ts";
import { Conversation } from "../models/conversation.ts";
import { MessageVersion } from "../models/message-version.ts";
import { Message } from "../models/message.ts";
import { indexWords } from "../search/word-index.ts";
import { ChatRoom, type MessageAnswer, type Writer } from "../testing.ts";
import { countOldSeals } from "./count-old-seals.ts";
import { resealMessages } from "./reseal-messages.ts";

const fresh = `fresh:${Buffer.alloc(32, 9).toString("base64")}`;
const many = 800;

describe("putting messages under a new key", () => {
  let house: TestHouse;
  let room: ChatRoom;
  let admin: pg.Client;
  const workers: ChildProcess[] = [];
  before(async () => {
    house = await TestHouse.open({ works: false });
    room = new ChatRoom(house, await house.site());
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
  });
  after(async () => {
    await Promise.all(workers.map(kill));
    useKeyRing(KeyRing.parse(house.database.secret));
    await admin.end();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const rotated = () => `${fresh},${house.database.secret}`;
  function startWorker(): ChildProcess {
    const flags = Object.entries({
      relay: house.database.url("app_relay"),
      runtime: house.database.url("app_rt"),
      keys: rotated(),
    }).map(([name, value]) => `--${name}=${value}`);
    const script = join(import.meta.dirname, "../../../../test/reseal-process.ts");
    const child = spawn("node", [script, ...flags], { stdio: ["ignore", "ignore", "inherit"] });
    workers.push(child);
    return child;
  }
  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }
  const underNew = async (): Promise<number> => {
    const { rows } = await admin.query<{ count: number }>(
      "select count(*)::int as count from messages where starts_with(body_sealed, 'fresh.')",
    );
    return rows[0]!.count;
  };
  const left = () => house.within(room.site.live, countOldSeals);
  /** Many messages at once, as sending them one by one left them. */
  async function writeMany(writer: Writer, conversationId: string, from: number): Promise<void> {
    await house.within(room.site.live, async (scope) => {
      for (let seq = from; seq < from + many; seq += 1) {
        const id = newId(wallClock());
        const text = `Walrus number${seq}`;
        const none = { replyToId: null, editedAt: null, deletedAt: null, hiddenAt: null };
        const message = await scope.query(Message).insert({
          id,
          conversationId,
          seq,
          change: seq + 10,
          senderId: writer.id,
          clientId: id,
          bodySealed: sealBody(scope.tenant, id, text),
          ...none,
        });
        await indexWords(scope, message, text);
      }
      const last = from + many - 1;
      await scope
        .query(Conversation)
        .where({ id: conversationId })
        .patch({ lastSeq: last, lastChange: last + 10 });
    });
  }
  const found = async (reader: Writer, query: string) =>
    (await house.ok<{ items: MessageAnswer[] }>("messaging.searchMessages", { query }, reader)).items.map(
      ({ text }) => text,
    );

  it("a worker killed in the middle leaves everything readable, the next one ends it, and the old key may go", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const edited = await room.say(ann, id, "A pelican");
    await house.ok("messaging.updateMessage", { id: edited.id, text: "A heron" }, ann);
    const gone = await room.say(ann, id, "An ibis");
    await house.ok("messaging.deleteMessage", { id: gone.id }, ann);
    await writeMany(ann, id, 3);

    useKeyRing(KeyRing.parse(rotated()));
    const all = many + 1;
    assert.equal(await left(), all + 2, "the texts that are shown, and what two said before");
    await house.within(room.site.live, resealMessages);
    const first = startWorker();
    await house.until("some of them", async () => (await underNew()) >= 200);
    await kill(first);
    const done = await underNew();
    assert.ok(done >= 200 && done < all, `killed too late, after ${done}`);
    assert.deepEqual(await found(ben, "number3"), ["Walrus number3"]);
    assert.deepEqual(await found(ben, `number${many}`), [`Walrus number${many}`]);

    startWorker();
    // Its predecessor's batch is taken back after some seconds.
    await house.until("all of them", async () => (await left()) === 0, 60_000);
    await room.say(ben, id, "A puffin");
    assert.equal(await underNew(), all + 1);

    useKeyRing(KeyRing.parse(fresh));
    const texts = await house.within(room.site.live, async (scope) => {
      const messages = await scope.query(Message).whereNull("deletedAt").orderBy("seq");
      const versions = await scope.query(MessageVersion).orderBy("messageId");
      return [
        ...messages.map((message) => openBody(scope.tenant, message)),
        ...versions.map(({ messageId, bodySealed }) => openBody(scope.tenant, { id: messageId, bodySealed })),
      ];
    });
    assert.equal(texts.length, all + 3);
    assert.deepEqual(
      [texts[0], texts[1], ...texts.slice(-3)],
      ["A heron", "Walrus number3", "A puffin", "A pelican", "An ibis"],
    );
    assert.deepEqual(await found(ben, "number3"), ["Walrus number3"], "by the new key's words alone");
    useKeyRing(KeyRing.parse(rotated()));
    await noneOfTheOldIn();
  });

  /** Nothing of a message stands in a dump in the clear or under the old key. */
  async function noneOfTheOldIn(): Promise<void> {
    const { rows: tables } = await admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      const { rows } = await admin.query<{ text: string }>(`select t::text as text from ${name} t`);
      for (const { text } of rows) assert.doesNotMatch(text, /walrus|pelican|heron|ibis|puffin/i, name);
    }
  }
});
