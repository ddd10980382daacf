import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { solveProof } from "./proof.ts";

const digestOf = (proof: string) => createHash("sha256").update(proof).digest();

for (const length of [1, 47, 55, 56, 64, 119, 200]) {
  test(`a challenge of ${length} characters is solved as SHA-256 has it`, async () => {
    const challenge = "c.9".repeat(length).slice(0, length);
    const proof = await solveProof(challenge, 10);
    assert.ok(proof.startsWith(`${challenge}:`));
    assert.equal(digestOf(proof).readUInt32BE() >>> 22, 0);
  });
}

test("the first nonce that fits is found, so none is passed over", async () => {
  const nonce = Number((await solveProof("challenge", 12)).split(":")[1]);
  const earlier = Array.from({ length: nonce }, (_, at) => digestOf(`challenge:${at}`).readUInt32BE() >>> 20);
  assert.ok(earlier.every((bits) => bits !== 0));
});
