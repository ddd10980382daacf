import { assert } from "chai";
import { message } from "../../test/chat.ts";
import { type Message, Thread } from "./thread.ts";

const id = "0195a000-0000-7000-8000-0000000e0001";

/** Numbers from 0 up to 1 that are the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe("the messages a page knows", () => {
  for (let seed = 1; seed <= 40; seed++) {
    it(`are whole and in order although news is lost, doubled and late, with seed ${seed}`, () => {
      const random = chance(seed);
      const site = new Map<number, Message>();
      const thread = new Thread(0, []);
      let late: Message[] = [];
      const catchUp = () => {
        const { heard, known } = thread;
        const missed = [...site.values()]
          .filter(({ change }) => change > known)
          .toSorted((one, other) => one.change - other.change);
        const part = missed.slice(0, 3);
        thread.catchUp(part, heard, missed.length > part.length);
        return missed.length > part.length;
      };
      for (let change = 1; change <= 60; change++) {
        const isEdit = site.size > 0 && random() < 0.3;
        const seq = isEdit ? 1 + Math.floor(random() * site.size) : site.size + 1;
        const news = message(id, seq, { change, text: `${seq} by ${change}` });
        site.set(seq, news);
        const fate = random();
        if (fate < 0.2) late.push(news);
        else if (fate > 0.4) thread.hear(news);
        if (fate > 0.9) thread.hear(news);
        if (random() < 0.2) for (const one of late.splice(0).toReversed()) thread.hear(one);
        const shown = thread.messages.map((one) => one.seq);
        assert.deepEqual(
          shown,
          shown.map((_, at) => at + 1),
        );
        if (thread.hasGap && random() < 0.5) while (catchUp());
      }
      late = [];
      while (catchUp());
      assert.isFalse(thread.hasGap);
      assert.deepEqual(thread.messages, [...site.values()]);
    });
  }

  it("hold no edit of what is older than they reach", () => {
    const thread = new Thread(9, [message(id, 5), message(id, 6)]);
    thread.hear(message(id, 2, { change: 10 }));
    thread.catchUp([message(id, 3, { change: 11 })], 11, false);
    assert.deepEqual(
      thread.messages.map(({ seq }) => seq),
      [5, 6],
    );
    assert.equal(thread.known, 11);
  });
});
