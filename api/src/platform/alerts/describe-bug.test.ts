import assert from "node:assert/strict";
import { test } from "node:test";
import { describeBug } from "./describe-bug.ts";

const thrown = (message: string): Error => new TypeError(message);

test("alike failures of one place are one bug, whatever values they name", () => {
  const bugs = ["3 rows for ann@example.com", "17 rows for ben@example.org"].map((message) =>
    describeBug("people.getPerson", thrown(message)),
  );
  assert.equal(bugs[0]?.fingerprint, bugs[1]?.fingerprint);
  assert.equal(bugs[0]?.message, "… rows for …");
  assert.notEqual(
    bugs[0]?.fingerprint,
    describeBug("people.listPeople", thrown("3 rows for a@b.c")).fingerprint,
  );
});

for (const secret of [
  'null value in column "name" of "Ann Baker"',
  "key sk_live_4f9a8b7c6d5e4f3a2b1c is wrong",
  "token eyJhbGciOiJIUzI.eyJzdWIiOiIx.c2lnbmF0dXJl",
  "card 4242 4242 4242 4242",
  "password 'tulip anvil' of ann@example.com",
  "bearer abcdefghijklmnopqrstuvwxyz",
]) {
  test(`nothing that may be somebody's is kept: ${secret}`, () => {
    const { message, stack } = describeBug("x", thrown(secret));
    assert.doesNotMatch(message + stack, /Ann|sk_live|eyJ|4242|tulip|@|abcdefghij/);
  });
}

test("the failure behind its wrappers counts, with the database's code", () => {
  const inner = Object.assign(new Error("relation is missing"), { code: "42P01" });
  const bug = describeBug("x", new Error("Wrapped", { cause: new Error("Again", { cause: inner }) }));
  assert.deepEqual([bug.type, bug.message], ["Error 42P01", "relation is missing"]);
});

test("the stack names our own code alone", () => {
  const error = new Error("Broken");
  error.stack = [
    "Error: Broken 5",
    "    at holdSlot (file:///srv/tessera/api/src/modules/scheduling/holds/hold-slot.ts:40:11)",
    "    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)",
    "    at async Client.query (/srv/tessera/node_modules/pg/lib/client.js:526:17)",
    "    at async file:///srv/tessera/api/src/platform/rpc/procedure.ts:90:12",
  ].join("\n");
  assert.equal(
    describeBug("x", error).stack,
    "holdSlot api/src/modules/scheduling/holds/hold-slot.ts:40\napi/src/platform/rpc/procedure.ts:90",
  );
});

test("what is no error is a bug as well", () => {
  assert.equal(describeBug("x", "out of paper").message, "out of paper");
  assert.equal(describeBug("x", { secret: 1 }).message, "Something that is no error.");
});
