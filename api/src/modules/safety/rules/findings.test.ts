import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultWords } from "./default-words.ts";
import { type Audience, findingsIn, type TextRules } from "./findings.ts";
import { findWords } from "./words.ts";

const rules: TextRules = {
  words: { list: ["western union", "线下交易", "حوّل لي", "c++"] },
  links: { watched: "everywhere", allowedDomains: ["example.com"] },
  contacts: { watched: "public" },
};

const said = (text: string, audience: Audience = "public", by: TextRules = rules): string[] =>
  findingsIn(text, audience, by).map(({ rule, excerpt }) => `${rule} ${excerpt}`);

test("words are found whatever their case, accents, gaps and invisible signs", () => {
  for (const [text, found] of [
    ["Use Western  Union, please", ["western union"]],
    ["ＷＥＳＴＥＲＮ\u200B UNION", ["western union"]],
    ["Wéstern Union", ["western union"]],
    ["我们可以线 下 交 易吗", ["线下交易"]],
    ["حول لي المبلغ", ["حول لي"]],
    ["I write C++ all day", ["c++"]],
    ["western unions are not the company", []],
    ["midwestern union", []],
    ["", []],
  ] as const)
    assert.deepEqual(findWords(text, rules.words.list), found, text);
  assert.deepEqual(findWords("anything", []), []);
  assert.deepEqual(findWords("anything", [" ", "\u200B"]), []);
});

test("each word of the default list finds itself", () => {
  for (const word of defaultWords) assert.equal(findWords(`“${word}”`, defaultWords).length, 1, word);
});

test("links are found outside the allowed domains and their subdomains", () => {
  for (const [text, found] of [
    ["See https://evil.test/x?y=1", ["links https://evil.test/x?y=1"]],
    ["See www.shop.test/a and my-site.io", ["links www.shop.test/a", "links my-site.io"]],
    ["See https://example.com/a and http://docs.example.com", []],
    ["See https://notexample.com", ["links https://notexample.com"]],
    ["See https://example.com.evil.test/", ["links https://example.com.evil.test/"]],
    ["Use node.js e.g. version 24", []],
  ] as const)
    assert.deepEqual(said(text), found, text);
});

test("contacts are found where the rule looks, and an address is no link", () => {
  assert.deepEqual(said("Write to ann@shop.com"), ["contacts ann@shop.com"]);
  assert.deepEqual(said("Call +49 30 901820, or 微信：ann_1990"), [
    "contacts 微信：ann_1990",
    "contacts +49 30 901820",
  ]);
  assert.deepEqual(said("Call +49 30 901820", "private"), []);
  assert.deepEqual(said("https://evil.test/4930901820123"), ["links https://evil.test/4930901820123"]);
  const off: TextRules = {
    ...rules,
    links: { watched: "nowhere", allowedDomains: [] },
    contacts: { watched: "nowhere" },
  };
  assert.deepEqual(said("ann@shop.com https://evil.test"), [
    "links https://evil.test",
    "contacts ann@shop.com",
  ]);
  assert.deepEqual(said("ann@shop.com https://evil.test", "public", off), []);
});

test("a hostile text takes no longer than it is long", () => {
  for (const text of [
    "a.".repeat(2000),
    "@".repeat(4000),
    "1 ".repeat(2000),
    "(at)".repeat(1000),
    "a".repeat(4000),
  ])
    assert.ok(
      findingsIn(text, "public", { ...rules, contacts: { watched: "everywhere" } }).length <= 1,
      text.slice(0, 8),
    );
});
