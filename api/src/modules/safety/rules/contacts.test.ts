import assert from "node:assert/strict";
import { test } from "node:test";
import { maskContacts } from "./contacts.ts";

test("addresses, numbers, links and names elsewhere are taken out", () => {
  for (const [text, shown] of [
    ["Write to ann.baker+x@example.co.uk please", "Write to ••• please"],
    ["ann (at) example (dot) com", "•••"],
    ["Call +49 30 901820 today", "Call ••• today"],
    ["Call (030) 9018-2000", "Call •••"],
    ["我的电话13812345678", "我的电话•••"],
    ["加我微信：ann_1990", "加我•••"],
    ["See https://example.com/me?x=1 or example.org", "See ••• or •••"],
    ["I am @annbaker there", "I am ••• there"],
    ["WhatsApp: annbaker", "•••"],
    ["اتصل بي ٠٥٠١٢٣٤٥٦٧", "اتصل بي •••"],
  ] as const)
    assert.equal(maskContacts(text), shown, text);
});

test("dates, times, prices and ordinary words stay", () => {
  for (const text of [
    "On 2026-11-29 at 10:30, or 29.11.2026",
    "It costs 1,200.00 EUR for 12 hours",
    "Order 4711, room 12",
    "The signal is clear. Is the line free?",
    "三点见，价格 500 元",
    "Use node.js e.g. version 24",
  ])
    assert.equal(maskContacts(text), text);
});
