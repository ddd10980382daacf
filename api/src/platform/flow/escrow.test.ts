import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { emptyEscrow, fund, payOut, settle } from "./escrow.ts";

const funded = (amount: number) => fund(emptyEscrow, amount)[0];
const shares = fc.oneof(
  fc.constant("rest" as const),
  fc.nat(10_000).map((basisPoints) => ({ basisPoints })),
  fc.nat(2_000).map((minor) => ({ minor })),
);

describe("escrow", () => {
  it("holds the price once it is funded", () => {
    assert.deepEqual(fund(emptyEscrow, 4_500), [
      { fundedMinor: 4_500, heldMinor: 4_500 },
      { escrow: "fund", amountMinor: 4_500 },
    ]);
  });

  it("is not funded while it holds money", () => assert.throws(() => fund(funded(1), 5), /not funded again/));

  it("pays shares of what was funded, not of what is left", () => {
    const [escrow] = payOut(funded(1_000), "refund", { basisPoints: 5_000 }) ?? [];
    assert.deepEqual(payOut(escrow ?? emptyEscrow, "release", { basisPoints: 2_500 }), [
      { fundedMinor: 1_000, heldMinor: 250 },
      { escrow: "release", amountMinor: 250 },
    ]);
  });

  it("never pays a rounded unit that is not there", () => {
    const [escrow] = payOut(funded(1), "refund", { basisPoints: 5_000 }) ?? [];
    assert.deepEqual(payOut(escrow ?? emptyEscrow, "release", { basisPoints: 5_000 })?.[1], {
      escrow: "release",
      amountMinor: 0,
    });
  });

  it("settles what is held: the payer's share rounded, the rest to the providers", () => {
    const held = { fundedMinor: 1_000, heldMinor: 333 };
    assert.deepEqual(settle(held, { basisPoints: 5_000 })?.[1], {
      escrow: "settle",
      refundMinor: 167,
      releaseMinor: 166,
    });
    assert.deepEqual(settle(held, "rest")?.[1], { escrow: "settle", refundMinor: 333, releaseMinor: 0 });
    assert.equal(settle(held, { minor: 334 }), null);
  });

  it("refuses an entered amount that is more than is held", () => {
    assert.equal(payOut(funded(100), "refund", { minor: 101 }), null);
    assert.equal(payOut(funded(100), "refund", { minor: 100 })?.[0].heldMinor, 0);
  });

  it("loses and creates nothing, whatever is done", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom("release", "refund", "settle"), shares));
    fc.assert(
      fc.property(fc.nat(1_000), moves, (price, list) => {
        let escrow = funded(price);
        let paid = 0;
        for (const [kind, share] of list) {
          const moved = kind === "settle" ? settle(escrow, share) : payOut(escrow, kind, share);
          if (!moved) continue;
          const [after, move] = moved;
          escrow = after;
          paid += move.escrow === "settle" ? move.refundMinor + move.releaseMinor : move.amountMinor;
          assert.ok(escrow.heldMinor >= 0);
          assert.equal(escrow.heldMinor + paid, price);
        }
      }),
    );
  });
});
