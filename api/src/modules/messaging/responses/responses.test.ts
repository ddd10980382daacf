import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { TestHouse } from "../../../../test/house.ts";
import { responsesOf } from "../rules/responses.ts";
import { ChatRoom, type ConversationAnswer, type Writer } from "../testing.ts";

it("the rate is of what was asked, the time of what was answered within a day", () => {
  assert.deepEqual(responsesOf({ answered: 0, late: 0, overdue: 0, seconds: 0 }), {
    rate: null,
    averageSeconds: null,
  });
  assert.deepEqual(responsesOf({ answered: 3, late: 1, overdue: 2, seconds: 360 }), {
    rate: 50,
    averageSeconds: 120,
  });
  assert.deepEqual(responsesOf({ answered: 0, late: 0, overdue: 2, seconds: 0 }), {
    rate: 0,
    averageSeconds: null,
  });
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
    house.ok<{ items: { memberId: string; rate: number | null; averageSeconds: number | null }[] }>(
      "messaging.listResponses",
      { memberIds },
      { headers: room.site.visitor },
    );
  const responses = async ({ id }: Writer) => {
    const [found] = (await ask([id])).items;
    return [found?.rate, found?.averageSeconds];
  };
  /** Lets so many hours pass for whoever waits for this person's answer. */
  const wait = async ({ id }: Writer, hours: number) => {
    const admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    await admin.query(
      "update conversation_participants set asked_at = asked_at - make_interval(hours => $2) where member_id = $1",
      [id, hours],
    );
    await admin.end();
  };

  it("200 an answer within a day counts with its time; a late one and none at all lower the rate", async () => {
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
    const [rate, seconds] = await responses(coach);
    assert.equal(rate, 100);
    assert.ok(seconds! >= 7200 && seconds! < 7300, String(seconds));
    await room.say(ben, b.id, "Hello?");
    await wait(coach, 25);
    assert.equal((await responses(coach))[0], 50);
    await room.say(coach, b.id, "Sorry, late");
    await room.say(cat, c.id, "Hello?");
    assert.equal((await responses(coach))[0], 50);
    await wait(coach, 25);
    assert.equal((await responses(coach))[0], 33);
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
