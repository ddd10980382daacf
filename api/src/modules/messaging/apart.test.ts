import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse, type TestSite } from "../../../test/house.ts";
import { pdfOf } from "../../platform/files/testing.ts";
import { ChatRoom, type MessageAnswer, type Writer } from "./testing.ts";

interface Sent {
  readonly site: TestSite;
  readonly ann: Writer;
  readonly ben: Writer;
  readonly conversationId: string;
  readonly message: MessageAnswer;
}

describe("what two sites never share when the same people write the same words", () => {
  let house: TestHouse;
  let admin: pg.Client;
  let ours: Sent;
  let theirs: Sent;
  before(async () => {
    house = await TestHouse.open();
    admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    ours = await write();
    theirs = await write();
  });
  after(async () => {
    await admin.end();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  async function write(): Promise<Sent> {
    const site = await house.site();
    const room = new ChatRoom(house, site);
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id: conversationId } = await room.between(ann, ben);
    const file = await house.request("/api/v1/files?purpose=messaging.attachment&name=note.pdf", {
      method: "POST",
      headers: { ...ann.headers, "Content-Type": "application/pdf" },
      body: new Uint8Array(pdfOf()),
    });
    const { id: fileId } = (await file.json()) as { id: string };
    const message = await room.say(ann, conversationId, "Bring the walrus", { fileIds: [fileId] });
    return { site, ann, ben, conversationId, message };
  }
  const frames = async (reader: Writer): Promise<string> => {
    const answer = await house.request("/api/v1/stream?since=0", {
      headers: { ...reader.headers, Accept: "application/json" },
    });
    return answer.text();
  };

  it("a conversation: 404, as of one that is not there", async () => {
    for (const [path, input] of [
      ["messaging.getConversation", { id: ours.conversationId }],
      ["messaging.listMessages", { conversationId: ours.conversationId }],
      ["messaging.sendMessage", { conversationId: ours.conversationId, clientId: "x", text: "hello" }],
    ] as const)
      assert.equal(await house.refused(path, input, theirs.ben), "404 request.not_found");
  });

  it("a frame of the stream: each site's people hear of their own message alone", async () => {
    for (const [own, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const heard = await house.until("the frame", async () => {
        const text = await frames(own.ben);
        return text.includes(own.message.id) && text;
      });
      assert.ok(!heard.includes(other.message.id) && !heard.includes(other.conversationId));
    }
  });

  it("a link to a file: one site's people get none, and it does not open what the other keeps", async () => {
    const fileOf = ({ message }: Sent) => message.attachments[0]!.fileId;
    const linkOf = (reader: Writer, id: string) =>
      house.ok<{ link: { url: string } }>("files.getFile", { id }, reader);
    assert.equal(
      await house.refused("files.getFile", { id: fileOf(ours) }, theirs.ben),
      "404 request.not_found",
    );
    const urls = await Promise.all(
      [ours, theirs].map(async (sent) => new URL((await linkOf(sent.ben, fileOf(sent))).link.url)),
    );
    const [mine, hers] = urls.map(({ pathname }) => pathname.split("/"));
    assert.ok(mine && hers && mine.length === hers.length);
    for (const url of urls) assert.equal((await house.request(url.href)).status, 200);
    // Whatever part of one site's link is put into the other's, nothing opens.
    const mixed = mine.flatMap((part, at) => (part === hers[at] ? [] : [mine.with(at, hers[at]!).join("/")]));
    const opened = await Promise.all(
      mixed
        .filter((path) => !urls.some(({ pathname }) => pathname === path))
        .map(async (path) => (await house.request(path)).status),
    );
    assert.ok(!opened.includes(200));
  });

  it("a token of the search: the same words are other numbers, and nothing is found across", async () => {
    const { rows } = await admin.query<{ tenantId: string; word: string }>(
      `select tenant_id as "tenantId", word from message_words`,
    );
    const wordsOf = ({ site }: Sent) =>
      new Set(rows.filter(({ tenantId }) => tenantId === site.live.id).map(({ word }) => word));
    const [mine, hers] = [wordsOf(ours), wordsOf(theirs)];
    assert.deepEqual([mine.size, hers.size], [3, 3]);
    assert.deepEqual(
      [...mine].filter((word) => hers.has(word)),
      [],
    );
    const { items } = await house.ok<{ items: MessageAnswer[] }>(
      "messaging.searchMessages",
      { query: "walrus" },
      ours.ben,
    );
    assert.deepEqual(
      items.map(({ id }) => id),
      [ours.message.id],
    );
  });
});
