import assert from "node:assert/strict";
import { test } from "node:test";
import { type Domain, outcomeOf } from "./domain-outcome.ts";

type Found = Domain["records"][number]["found"];

const domain = (proof: Found, way: Found, rest: Partial<Domain> = {}): Domain => ({
  id: "d",
  domain: "book.example.com",
  state: "pending",
  records: [
    { kind: "TXT", name: "_tessera.book.example.com", value: "p", found: proof },
    { kind: "CNAME", name: "book.example.com", value: "api.example.com", found: way },
  ],
  isTaken: false,
  checkedAt: proof === null ? null : "2026-01-01T00:00:00.000Z",
  provenAt: null,
  countsUntil: null,
  ...rest,
});

test("what is said of a domain follows from where it stands", () => {
  assert.equal(outcomeOf(domain(null, null)), "unchecked");
  assert.equal(outcomeOf(domain("missing", "found")), "proof_missing");
  assert.equal(outcomeOf(domain("wrong", "found")), "proof_wrong");
  assert.equal(outcomeOf(domain("unknown", "unknown")), "proof_unknown");
  assert.equal(outcomeOf(domain("found", "found", { isTaken: true })), "taken");
  for (const way of ["found", "missing", "wrong", "unknown"] as const)
    assert.equal(outcomeOf(domain("found", way, { state: "proven" })), `leads_${way}`);
  assert.equal(outcomeOf(domain("missing", "found", { state: "failing" })), "failing");
  assert.equal(outcomeOf(domain("missing", "found", { state: "lost" })), "lost");
});
