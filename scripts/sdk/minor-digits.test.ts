import assert from "node:assert/strict";
import { test } from "node:test";
import { minorDigits } from "../../api/src/platform/money.ts";
import { minorDigits as inTheSdk } from "../../sdk-js/src/minor-digits.ts";

test("the API and the SDK keep the point of every currency in the same place", () => {
  const digitsBy = (digits: (currency: string) => number) =>
    Object.fromEntries(Intl.supportedValuesOf("currency").map((currency) => [currency, digits(currency)]));
  assert.deepEqual(digitsBy(inTheSdk), digitsBy(minorDigits));
});
