import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsIn, wordsOfQuery } from "./words.ts";

const found = (text: string, query: string): boolean => {
  const words = new Set(wordsIn(text).map(({ word }) => word));
  return wordsOfQuery(query).every((word) => words.has(word));
};

test("a word is found whatever its case, accents, plural and punctuation", () => {
  for (const [text, query] of [
    ["The Invoice is attached.", "invoice"],
    ["Two invoices, please", "INVOICE"],
    ["One invoice, please", "invoices"],
    ["We meet at the Café", "cafe"],
    ["Ann’s agenda", "ann"],
    ["Order #4711 was paid", "4711"],
    ["مرحبا بالعالم", "بالعالم"],
  ] as const)
    assert.ok(found(text, query), `${query} in ${text}`);
  for (const [text, query] of [
    ["The invoice is attached", "voice"],
    ["The invoice is attached", "invoice paid"],
    ["A classic class", "clas"],
  ] as const)
    assert.ok(!found(text, query), `${query} in ${text}`);
});

test("Chinese is found by one, two and more characters, beside other writing too", () => {
  const text = "明天下午的会议改到三点，请看iPhone日历";
  for (const query of ["会", "会议", "下午的会议", "三点", "iphone", "iPhone日历"])
    assert.ok(found(text, query), query);
  for (const query of ["议会", "会计", "四点"]) assert.ok(!found(text, query), query);
});

test("a word knows its place in the text", () => {
  const text = "Pay the invoice 会议";
  assert.deepEqual(
    wordsIn(text).map(({ start, end }) => text.slice(start, end)),
    ["Pay", "the", "invoice", "会", "会议", "议"],
  );
});

test("nothing but signs holds no word", () => assert.deepEqual(wordsOfQuery("?! … 🙂"), []));
