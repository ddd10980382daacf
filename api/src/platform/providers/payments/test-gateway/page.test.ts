import assert from "node:assert/strict";
import { test } from "node:test";
import { type StoredCheckout } from "./books.ts";
import { deliveries, testCards } from "./cards.ts";
import { checkoutPage, missingPage } from "./page.ts";
import { textsFor } from "./texts.ts";

const checkout = (
  changes: Partial<StoredCheckout> = {},
  locale = "en",
  description = "A session",
): StoredCheckout => ({
  id: "tgc_1",
  command: {
    paymentId: "p",
    key: "k",
    amountMinor: 4500,
    currency: "EUR",
    description,
    returnUrl: "https://site.example/booking?a=1&tessera_return=x",
    notifyUrl: "http://127.0.0.1/",
    locale,
    device: "desktop",
    closesAt: "2026-11-21T10:00:00.000Z",
  },
  state: "open",
  card: null,
  chargeId: null,
  delivery: "prompt",
  isClosing: false,
  disputeState: null,
  expiresAt: new Date("2026-11-21T10:00:00Z"),
  ...changes,
});

test("what people wrote never becomes markup", () => {
  const { html } = checkoutPage(checkout({}, "en", `<script>alert(1)</script>"'&`), null);
  assert.ok(!html.includes("<script"));
  assert.ok(html.includes("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
});

test("no script, no style but its own, forms to itself and the way back alone", () => {
  for (const state of ["open", "confirming", "processing", "paid", "expired"] as const) {
    const { policy, html } = checkoutPage(checkout({ state }), null);
    assert.match(
      policy,
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' https:\/\/site\.example;/,
    );
    assert.ok(!/<script|javascript:|\son\w+=|\sstyle=/.test(html));
  }
  assert.match(missingPage("en").policy, /form-action 'none'/);
});

test("in the language asked for, from right to left where it is read so", () => {
  const pages: [string, RegExp, RegExp][] = [
    ["en-GB", /<html lang="en" dir="ltr">/, /Pay €45\.00/],
    ["zh-CN", /<html lang="zh-CN" dir="ltr">/, /支付 €45\.00/],
    ["ar", /<html lang="ar" dir="rtl">/, /ادفع/],
    ["xx", /<html lang="en" dir="ltr">/, /Pay/],
  ];
  for (const [locale, shell, words] of pages) {
    const { html } = checkoutPage(checkout({}, locale), null);
    assert.match(html, shell);
    assert.match(html, words);
  }
});

test("every card and every delivery has words in every language", () => {
  for (const locale of ["en", "zh-CN", "ar"]) {
    const texts = textsFor(locale);
    for (const { outcome } of testCards) assert.ok(texts.cards[outcome].length > 3, `${locale} ${outcome}`);
    for (const way of deliveries) assert.ok(texts.deliveries[way].length > 1, `${locale} ${way}`);
  }
});

test("a complaint is an alert, and labels name every control", () => {
  const { html } = checkoutPage(checkout(), "declined");
  assert.match(html, /<p class="alarm" role="alert">The card was declined/);
  assert.equal(html.match(/<label/g)?.length, testCards.length + 1);
  assert.match(html, /<legend>Choose a test card<\/legend>/);
});
