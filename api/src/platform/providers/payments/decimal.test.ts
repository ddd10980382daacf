import assert from "node:assert/strict";
import { test } from "node:test";
import { fromDecimal, toDecimal } from "./decimal.ts";

test("amounts as gateways write them, there and back", () => {
  for (const [minor, currency, text] of [
    [1, "CNY", "0.01"],
    [10, "CNY", "0.10"],
    [1234, "EUR", "12.34"],
    [100_000_000, "EUR", "1000000.00"],
    [1234, "JPY", "1234"],
    [0, "JPY", "0"],
    [12_340, "KWD", "12.340"],
  ] as const) {
    assert.equal(toDecimal(minor, currency), text);
    assert.equal(fromDecimal(text, currency), minor);
  }
  assert.equal(fromDecimal("12.3", "EUR"), 1230);
  assert.equal(fromDecimal("12.3400", "EUR"), 1234);
  assert.equal(fromDecimal("5.00", "JPY"), 5);
});

test("what is no amount is refused", () => {
  for (const text of ["", "-1.00", "1e3", "1,00", " 1", "1.", "0.001", "9".repeat(16), "99999999999999.99"])
    assert.throws(() => fromDecimal(text, "EUR"), RangeError, text);
  assert.throws(() => fromDecimal("5.50", "JPY"), RangeError);
});
