import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse } from "../../../../test/house.ts";
import { responseRate, usualAnswerMinutes } from "../rules/responses.ts";
import { ChatRoom, type ConversationAnswer, type Writer } from "../testing.ts";

it("the rate is of what was asked", () => {
  assert.equal(responseRate({ asked: 0, answered: 0 }), null);
  assert.equal(responseRate({ asked: 6, answered: 3 }), 50);
  assert.equal(responseRate({ asked: 3, answered: 0 }), 0);
});

it("what is usual is told in steps, from five people who asked on", () => {
  const usual = (medianMinutes: number | null, asked = 5) => usualAnswerMinutes({ asked, medianMinutes });
  assert.deepEqual([usual(0), usual(15), usual(16), usual(121)], [15, 15, 30, 180]);
  assert.deepEqual([usual(10_080), usual(10_081), usual(null), usual(3, 4)], [10_080, null, null, null]);
});

describe("how people answer", () => {
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

  const ask = (memberIds: readonly string[]) =>
    house.ok<{ items: { memberId: string; rate: number | null; medianMinutes: number | null }[] }>(
      "messaging.listResponses",
      { memberIds },
      { headers: room.site.visitor },
    );
  const responses = async ({ id }: Writer) => {
    const [found] = (await ask([id])).items;
    return [found?.rate, found?.medianMinutes];
  };
  /** Lets so many hours pass for whoever waits or waited for this person's answer, and has what is due by then counted. */
  const wait = async ({ id }: Writer, hours: number) => {
    const admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    const earlier = async (table: string, column: string, whose: string) =>
      admin.query(
        `update ${table} set ${column} = ${column} - make_interval(hours => $2) where ${whose} = $1`,
        [id, hours],
      );
    await earlier("conversation_participants", "asked_at", "member_id");
    await earlier("message_answers", "asked_at", "member_id");
    await earlier("message_answers", "answered_at", "member_id");
    await earlier("timers", "due_at", "subject_id");
    await admin.end();
  };
  const become = (writer: Writer, figures: readonly (number | null)[]) =>
    house.until(`the figures ${figures.join(", ")}`, async () =>
      isDeepStrictEqual(await responses(writer), figures),
    );

  it("200 answers within a day count, and the time that half of them took; a late one and none at all lower the rate", async () => {
    const coach = await room.writer("Coach");
    assert.deepEqual(await responses(coach), [null, null]);
    const [ann, ben, cat] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Cat")];
    const [a, b, c] = [
      await room.between(ann, coach),
      await room.between(ben, coach),
      await room.between(cat, coach),
    ];
    await room.say(ann, a.id, "Hello?");
    await room.say(ann, a.id, "Are you there?");
    assert.deepEqual(await responses(coach), [null, null]);
    await wait(coach, 2);
    await room.say(coach, a.id, "Yes");
    await room.say(coach, a.id, "What is it?");
    await become(coach, [100, 120]);
    await room.say(ben, b.id, "Hello?");
    await wait(coach, 25);
    await become(coach, [50, 120]);
    await room.say(coach, b.id, "Sorry, late");
    await become(coach, [50, (2 * 60 + 25 * 60) / 2]);
    await room.say(cat, c.id, "Hello?");
    await wait(coach, 1);
    await room.say(coach, c.id, "Hello!");
    await become(coach, [67, 120]);
    await room.say(cat, c.id, "And then?");
    await wait(coach, 25);
    await become(coach, [50, 120]);
    await wait(coach, 90 * 24 - 27);
    await become(coach, [50, 60]);
    await wait(coach, 1);
    await become(coach, [0, null]);
    await wait(coach, 2);
    await become(coach, [null, null]);
  });

  it("200 the profile says how soon somebody usually answers, once five have asked", async () => {
    const coach = await room.writer("Coach");
    const shown = async () => {
      const { headers } = await room.writer("Ann");
      const { answerMinutes } = await house.ok<{ answerMinutes: number | null }>(
        "people.getPerson",
        { id: coach.id },
        { headers },
      );
      return answerMinutes;
    };
    for (let count = 1; count <= 5; count += 1) {
      assert.equal(await shown(), null);
      const client = await room.writer(`Client ${count}`);
      const { id } = await room.between(client, coach);
      await room.say(client, id, "Hello?");
      await wait(coach, 3);
      await room.say(coach, id, "Hello!");
      await become(coach, [100, 180]);
    }
    await house.until("the time in the profile", async () => (await shown()) === 180);
  });

  it("200 who is blocked waits in vain, and it does not count", async () => {
    const [coach, pest] = [await room.writer("Coach"), await room.writer("Pest")];
    const { id } = await room.between(pest, coach);
    await room.say(pest, id, "Buy this");
    await house.ok("safety.createBlock", { memberId: pest.id }, coach);
    const other = await room.writer("Ann");
    const { id: ours } = await room.between(other, coach);
    await room.say(other, ours, "Hello?");
    await wait(coach, 1);
    await room.say(coach, ours, "Yes");
    await wait(coach, 25);
    await become(coach, [100, 60]);
  });

  it("200 groups do not count; whom the site does not show is left out", async () => {
    const [ann, ben, hal] = [
      await room.writer("Ann"),
      await room.writer("Ben"),
      await room.writer("Hal", { isListed: false }),
    ];
    const group = { title: "Circle", memberIds: [ben.id] };
    const { id } = await house.ok<ConversationAnswer>("messaging.createGroup", group, ann);
    await room.say(ann, id, "Hello all");
    await wait(ben, 25);
    assert.deepEqual(
      (await ask([ben.id, hal.id])).items.map(({ memberId, rate }) => [memberId, rate]),
      [[ben.id, null]],
    );
  });
});
