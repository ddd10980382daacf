import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type KnownWord, meaningsOf, slipsBetween } from "./meanings.ts";
import { askedWords } from "./words.ts";

const known = (word: string, how: KnownWord["how"], documents = 1, at = 1): KnownWord => ({
  at,
  word,
  how,
  documents,
});
const near = (asked: string, words: readonly KnownWord[]) =>
  meaningsOf(askedWords(asked), words)?.map((each) => each.near);

describe("what a typed word means", () => {
  test("itself, and what begins with it", () => {
    assert.deepEqual(near("care", [known("care", "same"), known("career", "begins")]), [["career"]]);
  });

  test("the words fewest slips away: one in a short word, two in a long one", () => {
    assert.deepEqual(near("desing", [known("design", "slips"), known("destine", "slips")]), [["design"]]);
    assert.deepEqual(near("photograpyh", [known("photography", "slips"), known("photographic", "slips")]), [
      ["photographi"],
    ]);
    assert.equal(near("desxxx", [known("design", "slips")]), undefined);
    assert.deepEqual(near("fotografhy", [known("photography", "resembles")]), undefined);
    assert.deepEqual(near("negotiattiom", [known("negotiation", "resembles")]), [["negoti"]]);
  });

  test("nothing, when one of the words stands nowhere", () => {
    assert.equal(meaningsOf(askedWords("logo zebra"), [known("logo", "same")]), null);
  });

  test("a Chinese word needs no looking up", () => {
    assert.deepEqual(
      meaningsOf(askedWords("網頁设计"), [])?.map(({ same }) => same),
      [["网页"], ["设计"]],
    );
  });

  test("a rare word says more", () => {
    const weights = meaningsOf(askedWords("alpha beta"), [
      known("alpha", "same", 300),
      known("beta", "same", 90_000, 2),
    ]);
    assert.ok(weights![0]!.weight > weights![1]!.weight);
  });
});

const slips: readonly (readonly [string, string, number])[] = [
  ["design", "design", 0],
  ["desing", "design", 1],
  ["desgn", "design", 1],
  ["designn", "design", 1],
  ["dezign", "design", 1],
  ["dezigm", "design", 2],
  ["", "abc", 3],
];
for (const [left, right, expected] of slips)
  test(`${expected} slips from "${left}" to "${right}"`, () => {
    assert.equal(slipsBetween(left, right), expected);
    assert.equal(slipsBetween(right, left), expected);
  });
