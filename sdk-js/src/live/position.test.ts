import assert from "node:assert/strict";
import { test } from "node:test";
import { Position } from "./position.ts";

const frame = (seq: number) => ({ seq, name: "member.changed", data: {} });
const from = (seq: number | null) => new Position(seq, () => undefined);

test("a frame is next, known or behind a gap", () => {
  const position = from(5);
  assert.equal(position.turnOf(frame(5), 4), "known");
  assert.equal(position.turnOf(frame(6), 5), "next");
  assert.equal(position.turnOf(frame(9), 5), "next", "numbers may be left out");
  assert.equal(position.turnOf(frame(9), 8), "gap");
  assert.equal(from(null).turnOf(frame(1), 0), "gap", "a page that knows nothing yet cannot tell");
});

test("what was heard is there for others, as far as it is remembered", () => {
  const position = from(5);
  for (const seq of [6, 8, 9]) position.add(frame(seq));
  const after = (seq: number) => position.since(seq)?.map((link) => [link.after, link.frame.seq]);
  assert.deepEqual(after(5), [
    [5, 6],
    [6, 8],
    [8, 9],
  ]);
  assert.deepEqual(after(8), [[8, 9]]);
  assert.deepEqual(after(9), []);
  assert.equal(after(4), undefined);
  assert.equal(after(10), undefined);
  for (let seq = 10; seq <= 300; seq++) position.add(frame(seq));
  assert.equal(after(5), undefined);
  assert.equal(after(150)?.length, 150);
});

test("each step is kept for the next page; starting over forgets what came before", () => {
  const kept: number[] = [];
  const position = new Position(null, (seq) => kept.push(seq));
  position.moveTo(7);
  position.add(frame(8));
  position.moveTo(3);
  assert.deepEqual(kept, [7, 8, 3]);
  assert.equal(position.since(7), null);
  assert.deepEqual(position.since(3), []);
});
