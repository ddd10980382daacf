import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { releaseParts } from "./release-parts.ts";

const alone = [{ memberId: "a", share: 1 }];

const cases: readonly [string, Parameters<typeof releaseParts>, ReturnType<typeof releaseParts>][] = [
  [
    "10 % of 50.00",
    [5000, { feeBasisPoints: 1000, payees: alone }],
    { feeMinor: 500, payees: [{ memberId: "a", amountMinor: 4500 }] },
  ],
  [
    "half a cent goes to the site",
    [5, { feeBasisPoints: 1000, payees: alone }],
    { feeMinor: 1, payees: [{ memberId: "a", amountMinor: 4 }] },
  ],
  [
    "a free site",
    [333, { feeBasisPoints: 0, payees: alone }],
    { feeMinor: 0, payees: [{ memberId: "a", amountMinor: 333 }] },
  ],
  [
    "50, 30 and 20 of 1000 less the fee",
    [
      1000,
      {
        feeBasisPoints: 1000,
        payees: [
          { memberId: "a", share: 50 },
          { memberId: "b", share: 30 },
          { memberId: "c", share: 20 },
        ],
      },
    ],
    {
      feeMinor: 100,
      payees: [
        { memberId: "a", amountMinor: 450 },
        { memberId: "b", amountMinor: 270 },
        { memberId: "c", amountMinor: 180 },
      ],
    },
  ],
  [
    "nobody earns: all of it is the site's",
    [700, { feeBasisPoints: 0, payees: [] }],
    { feeMinor: 700, payees: [] },
  ],
];

for (const [name, [amount, terms], parts] of cases) {
  test(name, () => assert.deepEqual(releaseParts(amount, terms), parts));
}

test("the parts add up to the amount, whatever it is and whoever shares", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 20 }),
      (amount, feeBasisPoints, shares) => {
        const payees = shares.map((share, index) => ({ memberId: String(index), share }));
        const parts = releaseParts(amount, { feeBasisPoints, payees });
        const all = [parts.feeMinor, ...parts.payees.map(({ amountMinor }) => amountMinor)];
        assert.equal(
          all.reduce((sum, part) => sum + BigInt(part), 0n),
          BigInt(amount),
        );
        assert.ok(all.every((part) => part >= 0));
      },
    ),
  );
});
