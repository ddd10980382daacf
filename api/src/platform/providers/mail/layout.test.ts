import assert from "node:assert/strict";
import { test } from "node:test";
import { inkOn, layOutMail } from "./layout.ts";

const brand = { name: "A & B <Coaching>", colour: "#3457d5", logoUrl: null, poweredBy: true };
const content = { locale: "en", subject: "Hello", intro: "Come in." };

test("names and values cannot break out of the page", () => {
  const { html } = layOutMail(
    {
      ...content,
      intro: `<script>alert("1")</script>`,
      facts: [["When", `"><img src=x>`]],
      actions: [{ label: "Go", url: `https://a.example/?a=1&b="2"` }],
    },
    brand,
  );
  assert.doesNotMatch(html, /<script|<img/);
  assert.match(html, /A &amp; B &lt;Coaching&gt;/);
  assert.match(html, /href="https:\/\/a\.example\/\?a=1&amp;b=&quot;2&quot;"/);
});

test("the logo stands on top, and Tessera below only while the site names it", () => {
  const logoUrl = "https://a.example/logo.png?a=1&b=2";
  const mine = layOutMail(content, { ...brand, logoUrl, poweredBy: false });
  assert.match(mine.html, /<img[^>]* src="https:\/\/a\.example\/logo\.png\?a=1&amp;b=2"/);
  assert.doesNotMatch(mine.html + mine.text, /Tessera/);
  assert.match(layOutMail(content, brand).html, />Tessera</);
});

test("Arabic reads from right to left, a code never", () => {
  const { html } = layOutMail({ ...content, locale: "ar", code: "123456" }, brand);
  assert.match(html, /<html lang="ar" dir="rtl">/);
  assert.match(html, /<p dir="ltr"[^>]*>123456<\/p>/);
  assert.match(layOutMail({ ...content, locale: "zh-CN" }, brand).html, /dir="ltr"/);
});

test("everything in the page is in the text too", () => {
  const { text } = layOutMail(
    {
      ...content,
      code: "123456",
      facts: [["When", "Monday"]],
      actions: [{ label: "Cancel", url: "https://a.example/#c" }],
      ending: "Once.",
      unsubscribe: { label: "Stop", url: "https://a.example/stop" },
    },
    brand,
  );
  for (const said of [
    "Come in.",
    "123456",
    "When: Monday",
    "Cancel: https://a.example/#c",
    "Once.",
    brand.name,
  ])
    assert.ok(text.includes(said), said);
});

test("a mail that can be switched off says so to mail programs; another does not", () => {
  assert.equal(layOutMail(content, brand).headers, undefined);
  const { headers } = layOutMail(
    { ...content, unsubscribe: { label: "Stop", url: "https://a.example/s" } },
    brand,
  );
  assert.deepEqual(headers, {
    "List-Unsubscribe": "<https://a.example/s>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
});

test("text on a button can be read on every colour", () => {
  assert.deepEqual(["#000000", "#3457d5", "#c00000"].map(inkOn), ["#fff", "#fff", "#fff"]);
  assert.deepEqual(["#ffffff", "#ffd400", "#7fffd4"].map(inkOn), ["#000", "#000", "#000"]);
});
