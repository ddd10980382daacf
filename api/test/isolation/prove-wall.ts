import assert from "node:assert/strict";
import { after, before, test, type TestContext } from "node:test";
import { Proof } from "./prove.ts";
import { type Wall } from "./walls.ts";

/** The tests of one wall: nothing of another tenant or person can be reached, and everybody reaches their own. */
export function proveWall(wall: Wall): void {
  let proof: Proof | undefined;
  before(async () => {
    proof = await Proof.open(wall);
  });
  after(() => proof?.close());

  test("foreign and unknown rows are answered alike, and own ones are reached", async (context: TestContext) => {
    assert.ok(proof);
    const { leaks, broken, counts } = await proof.run();
    context.diagnostic(`${wall}: ${JSON.stringify(counts)}`);
    assert.deepEqual(proof.unprobed, []);
    assert.deepEqual(leaks, []);
    assert.deepEqual(broken, []);
    assert.deepEqual(proof.house.bugs, []);
    assert.ok(counts.positions > 80 && counts.probes > 4000 && counts.cursors > 5, JSON.stringify(counts));
  });
}
