import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  add,
  assertMinor,
  formatAmount,
  isCurrency,
  minorDigits,
  portion,
  splitByShares,
  subtract,
} from "./money.ts";

const amounts = fc.oneof(fc.maxSafeNat(), fc.nat(1_000));
const shares = fc.array(fc.oneof(fc.nat(100), fc.maxSafeNat()), { minLength: 1, maxLength: 20 });
const someShare = shares.filter((list) => list.some((share) => share > 0));

describe("minorDigits", () => {
  for (const [currency, digits] of [
    ["JPY", 0],
    ["KRW", 0],
    ["EUR", 2],
    ["CNY", 2],
    ["KWD", 3],
    ["TND", 3],
    ["HUF", 2],
    ["IDR", 2],
  ] as const) {
    it(`${currency} has ${digits}`, () => assert.equal(minorDigits(currency), digits));
  }

  it("refuses what is no currency", () => {
    for (const code of ["eur", "ZZZ", "EURO", ""]) {
      assert.equal(isCurrency(code), false);
      assert.throws(() => minorDigits(code), RangeError);
    }
  });
});

describe("formatAmount", () => {
  for (const [amountMinor, currency, inFull, short] of [
    [1_250, "EUR", "€12.50", "€12.50"],
    [1_200, "EUR", "€12.00", "€12"],
    [1_250, "JPY", "¥1,250", "¥1,250"],
    [12_345, "KWD", "KWD\u00a012.345", "KWD\u00a012.345"],
    [1_790_050, "HUF", "HUF\u00a017,900.50", "HUF\u00a017,900.50"],
    [1_790_000, "HUF", "HUF\u00a017,900.00", "HUF\u00a017,900"],
  ] as const) {
    it(`${amountMinor} in ${currency} is ${inFull}`, () => {
      assert.equal(formatAmount("en", { amountMinor, currency }), inFull);
      const trailingZeroDisplay = "stripIfInteger";
      assert.equal(formatAmount("en", { amountMinor, currency }, { trailingZeroDisplay }), short);
    });
  }
});

describe("assertMinor", () => {
  it("takes whole numbers within 2^53 only", () => {
    for (const amount of [0, 1, -1, Number.MAX_SAFE_INTEGER]) assertMinor(amount);
    for (const amount of [0.1, NaN, Infinity, 2 ** 53, -(2 ** 53)]) {
      assert.throws(() => assertMinor(amount), RangeError);
    }
  });
});

describe("add and subtract", () => {
  it("are exact, or refuse", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        const exact = BigInt(a) + BigInt(b);
        if (Number.isSafeInteger(Number(exact))) {
          assert.equal(BigInt(add(a, b)), exact);
          assert.equal(subtract(add(a, b), b), a);
        } else {
          assert.throws(() => add(a, b), RangeError);
        }
      }),
    );
  });

  it("an empty sum is nothing", () => assert.equal(add(), 0));
});

describe("portion", () => {
  for (const [amount, share, expected] of [
    [100, 3_000, 30],
    [5, 5_000, 3],
    [1, 4_999, 0],
    [1, 5_000, 1],
    [999, 0, 0],
    [Number.MAX_SAFE_INTEGER, 10_000, Number.MAX_SAFE_INTEGER],
  ] as const) {
    it(`${share} basis points of ${amount} are ${expected}`, () =>
      assert.equal(portion(amount, share), expected));
  }

  it("is the exact part rounded half up, for any amount", () => {
    fc.assert(
      fc.property(amounts, fc.nat(10_000), (amount, share) => {
        assert.equal(BigInt(portion(amount, share)), (BigInt(amount) * BigInt(share) + 5_000n) / 10_000n);
      }),
    );
  });

  it("refuses half units, debts, and shares outside 0 to 10,000", () => {
    for (const [amount, share] of [
      [0.5, 1],
      [-1, 1],
      [1, -1],
      [1, 10_001],
      [1, 0.5],
    ] as const) {
      assert.throws(() => portion(amount, share), RangeError);
    }
  });
});

describe("splitByShares", () => {
  it("gives the leftover units to the largest remainders, the earlier of equals first", () => {
    assert.deepEqual(splitByShares(100, [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(splitByShares(1_000, [50, 30, 20]), [500, 300, 200]);
    assert.deepEqual(splitByShares(10, [1, 2, 4]), [1, 3, 6]);
    assert.deepEqual(splitByShares(2, [0, 1, 1, 1]), [0, 1, 1, 0]);
  });

  it("loses and creates nothing, and nobody is a whole unit away from their part", () => {
    fc.assert(
      fc.property(amounts, someShare, (amount, list) => {
        const parts = splitByShares(amount, list);
        const total = list.reduce((sum, share) => sum + BigInt(share), 0n);
        assert.equal(add(...parts), amount);
        parts.forEach((part, position) => {
          const off = BigInt(part) * total - BigInt(amount) * BigInt(list[position]!);
          assert.ok(off < total && -off < total);
          if (list[position] === 0) assert.equal(part, 0);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it("refuses no shares, more than 20, all zero, and debts", () => {
    const refused = [
      [1, []],
      [1, Array(21).fill(1)],
      [1, [0, 0]],
      [-1, [1]],
      [1, [-1, 2]],
      [1, [0.5]],
    ] as const;
    for (const [amount, list] of refused)
      assert.throws(() => splitByShares(amount, list as number[]), RangeError);
  });
});
