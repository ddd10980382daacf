import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { type House, openHouse } from "../../../house.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { readEnv } from "../../../platform/env.ts";
import { createLog } from "../../../platform/log.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { ChatRoom, type ConversationAnswer } from "../testing.ts";

interface Frame {
  readonly id: string | undefined;
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
}

/** What an open stream has told so far. */
async function listen(house: TestHouse, url: string, headers: Record<string, string>): Promise<Frame[]> {
  const frames: Frame[] = [];
  const { body } = await house.request(`${url}/api/v1/stream`, {
    headers: { ...headers, Accept: "text/event-stream" },
  });
  const read = async () => {
    let text = "";
    for await (const piece of body!.pipeThrough(
      new TextDecoderStream(),
    ) as unknown as AsyncIterable<string>) {
      text += piece;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1];
        if (name === undefined) continue;
        const data = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "{}") as Frame["data"];
        frames.push({ id: /^id: (.*)$/m.exec(block)?.[1], name, data });
      }
    }
  };
  read().catch(() => undefined);
  await house.until("the stream to be ready", async () => frames.some(({ name }) => name === "ready"));
  return frames;
}

describe("typing and presence", () => {
  let house: TestHouse;
  let second: House;
  let site: TestSite;
  let room: ChatRoom;
  before(async () => {
    house = await TestHouse.open();
    // A second process over the same database.
    const { adminUrl: DATABASE_URL, secret: TESSERA_SECRET } = house.database;
    const env = readEnv({ DATABASE_URL, TESSERA_SECRET, API_PORT: "0", DATA_DIR: house.dataFolder });
    second = await openHouse({ env, serves: true, works: false, log: createLog("error") });
    site = await house.site();
    room = new ChatRoom(house, site);
  });
  after(async () => {
    await second.close();
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  /** Ann, whom the site shows, and somebody signed in who is in a conversation with her. */
  async function meeting(name: string) {
    const ann = await room.writer("Ann");
    const { headers, memberId } = await site.signIn(`${name}@example.com`);
    const { id } = await house.ok<ConversationAnswer>(
      "messaging.openConversation",
      { memberId: ann.id },
      { headers },
    );
    return { ann, ben: { headers, id: memberId }, id };
  }
  const told = (frames: readonly Frame[], name: string) => frames.filter((frame) => frame.name === name);

  it("who types is seen by the others of the conversation, on every process, without a number; kept nowhere", async () => {
    const { ann, ben, id } = await meeting("ben");
    const stranger = await site.signIn("stranger@example.com");
    const [here, there, nobody] = [
      await listen(house, house.house.url, ben.headers),
      await listen(house, second.url, ben.headers),
      await listen(house, house.house.url, stranger.headers),
    ];
    await house.ok("messaging.updateTyping", { conversationId: id, isTyping: true }, ann);
    for (const frames of [here, there]) {
      const [frame] = await house.until("typing", async () => {
        const found = told(frames, "typing.changed");
        return found.length > 0 && found;
      });
      assert.deepEqual([frame?.id, frame?.data["memberId"]], [undefined, ann.id]);
      const left = Date.parse(frame!.data["until"]!) - wallClock().getTime();
      assert.ok(left > 0 && left <= 6000, String(left));
    }
    await house.ok("messaging.updateTyping", { conversationId: id, isTyping: false }, ann);
    await house.until("the end of typing", async () => told(here, "typing.changed").length === 2);
    assert.deepEqual(told(nobody, "typing.changed"), []);
    const answer = await house.request("/api/v1/stream?since=0", {
      headers: { ...ben.headers, Accept: "application/json" },
    });
    assert.doesNotMatch(await answer.text(), /typing/);
    assert.equal(
      await house.refused("messaging.updateTyping", { conversationId: id, isTyping: true }, stranger),
      "404 request.not_found",
    );
  });

  it("who comes, turns away and goes is told to those they write with; 90 seconds of silence are gone", async () => {
    const { ann, ben } = await meeting("bea");
    const stranger = await site.signIn("nosy@example.com");
    const frames = await listen(house, house.house.url, ben.headers);
    const states = () => told(frames, "presence.changed").map(({ data }) => data["state"]);
    const say = (state: string) => house.ok("messaging.updatePresence", { state }, ann);
    const look = async (who: { headers: Record<string, string> }) =>
      (
        await house.ok<{ items: { state: string; memberId: string }[] }>(
          "messaging.listPresences",
          { memberIds: [ann.id] },
          who,
        )
      ).items.map(({ state }) => state);
    assert.deepEqual(await look(ben), []);
    for (const state of ["online", "online", "away"]) await say(state);
    await house.until("away", async () => states().includes("away"));
    assert.deepEqual(states(), ["online", "away"]);
    assert.deepEqual([await look(ben), await look(stranger)], [["away"], []]);

    const past = plus(wallClock(), -minutes(2));
    const admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    await admin.query("update presence set seen_at = $2 where member_id = $1", [ann.id, past]);
    await admin.query(
      "update timers set due_at = $2 where subject_id = $1 and kind = 'messaging.end_presence'",
      [ann.id, past],
    );
    await admin.end();
    await house.until("offline", async () => states().includes("offline"));
    assert.deepEqual(await look(ben), ["offline"]);
  });

  it("of two of whom one blocked the other, neither sees whether the other is there or types", async () => {
    const { ann, ben, id } = await meeting("bart");
    const [hers, his] = [
      await listen(house, house.house.url, ann.headers),
      await listen(house, house.house.url, ben.headers),
    ];
    await house.ok("safety.createBlock", { memberId: ben.id }, ann);
    for (const [one, other, heard] of [
      [ann, ben, his],
      [ben, ann, hers],
    ] as const) {
      await house.ok("messaging.updatePresence", { state: "online" }, one);
      assert.equal(
        await house.refused("messaging.updateTyping", { conversationId: id, isTyping: true }, one),
        "403 safety.blocked",
      );
      const { items } = await house.ok<{ items: object[] }>(
        "messaging.listPresences",
        { memberIds: [one.id] },
        other,
      );
      assert.deepEqual(items, []);
      assert.deepEqual([told(heard, "presence.changed"), told(heard, "typing.changed")], [[], []]);
    }
    await house.ok("messaging.updatePresence", { state: "away" }, ben);
    // What comes after it has been passed on: the whisper would have come before.
    const friend = await room.writer("Friend");
    const { id: others } = await room.between(friend, ann);
    await house.ok("messaging.updateTyping", { conversationId: others, isTyping: true }, friend);
    await house.until("the friend typing", async () => told(hers, "typing.changed").length === 1);
    assert.deepEqual(told(hers, "presence.changed"), []);
  });

  it("who hides whether they are there is not seen, and leaves no trace", async () => {
    const { ann, ben } = await meeting("bob");
    await house.ok("messaging.updatePresence", { state: "online" }, ben);
    const look = () => house.ok<{ items: object[] }>("messaging.listPresences", { memberIds: [ben.id] }, ann);
    assert.equal((await look()).items.length, 1);
    await house.ok("identity.updateMe", { preferences: { presence: "hidden" } }, ben);
    await house.ok("messaging.updatePresence", { state: "online" }, ben);
    assert.deepEqual((await look()).items, []);
    assert.equal(
      await house.refused("identity.updateMe", { preferences: { presence: "maybe" } }, ben),
      "400 request.invalid_input",
    );
  });
});
