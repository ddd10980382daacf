import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Proof } from "./prove.ts";

let proof: Proof | undefined;
before(async () => {
  proof = await Proof.open("none");
});
after(() => proof?.close());

test("with both walls down the probes see it: rows told, rows changed", async (context) => {
  assert.ok(proof);
  await proof.askForForeign("a");
  const { leaks } = proof.findings;
  context.diagnostic(`${leaks.length} leaks seen`);
  assert.ok(leaks.length > 150, `only ${leaks.length}`);
  for (const module of ["tenancy", "identity", "people", "scheduling", "money", "orders", "integrations"])
    assert.ok(
      leaks.some((leak) => leak.includes(`: ${module}.`)),
      module,
    );
  assert.ok(leaks.some((leak) => leak.startsWith("a changed the other tenant's")));
});
