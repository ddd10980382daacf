import assert from "node:assert/strict";
import { test } from "node:test";
import { minorOf, plainMoney } from "./money.ts";

test("typed amounts become minor units of their currency", () => {
  assert.equal(minorOf("12.5", "EUR"), 1250);
  assert.equal(minorOf(" 12,05 ", "EUR"), 1205);
  assert.equal(minorOf("١٢٫٥٠", "EUR"), 1250);
  assert.equal(minorOf("500", "JPY"), 500);
  assert.equal(minorOf("1.234", "KWD"), 1234);
  assert.equal(minorOf("17900", "HUF"), 1_790_000);
});

test("what is no amount of the currency is refused instead of rounded", () => {
  for (const typed of ["", "-1", "1.005", "1e3", "1.2.3", "ten"]) assert.equal(minorOf(typed, "EUR"), null);
  assert.equal(minorOf("1.5", "JPY"), null);
});

test("an amount is offered as it would be typed", () => {
  assert.equal(plainMoney(1250, "EUR"), "12.50");
  assert.equal(plainMoney(500, "JPY"), "500");
});
