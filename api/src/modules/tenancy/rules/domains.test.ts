import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  countsUntil,
  isOwnDomain,
  judgeAlias,
  judgeProof,
  normaliseDomain,
  standingAfter,
} from "./domains.ts";

describe("a domain somebody typed", () => {
  const good: readonly [string, string][] = [
    ["book.calm.example", "book.calm.example"],
    ["BOOK.Calm.Example.", "book.calm.example"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["预约.中国", "xn--ym0as34c.xn--fiqs8s"],
    ["a-1.example", "a-1.example"],
  ];
  for (const [typed, domain] of good) {
    it(`${typed} is ${domain}`, () => assert.equal(normaliseDomain(typed), domain));
  }
  const bad = [
    "",
    "example",
    "localhost",
    "a.localhost",
    "127.0.0.1",
    "1.2",
    "0x7f.1",
    "[::1]",
    "::1",
    "book.example:443",
    "https://book.example",
    "book.example/path",
    "user@book.example",
    "book .example",
    "-a.example",
    "a_b.example",
    "*.example.com",
    "a..example",
    "book.example..",
    `${"a".repeat(64)}.example`,
    `${"a.".repeat(122)}example`,
    "book%2eexample.com",
  ];
  for (const typed of bad) {
    it(`${JSON.stringify(typed.slice(0, 30))} is none`, () => assert.equal(normaliseDomain(typed), null));
  }

  it("the installation's own and what lies under it", () => {
    assert.equal(isOwnDomain("api.example.com", "api.example.com"), true);
    assert.equal(isOwnDomain("a.api.example.com", "api.example.com"), true);
    assert.equal(isOwnDomain("notapi.example.com", "api.example.com"), false);
  });
});

describe("what name servers say", () => {
  it("of the proof", () => {
    const states = [["x", "p"], ["p "], ["q"], [], null].map((proofs) => judgeProof({ proofs }, "p"));
    assert.deepEqual(states, ["found", "found", "wrong", "missing", "unknown"]);
  });

  it("of the way to the host: an alias, the same address, another, none, no answer", () => {
    const host = "api.example.com";
    const none = { aliases: [], addresses: [], hostAddresses: ["203.0.113.9"] };
    assert.equal(judgeAlias({ ...none, aliases: ["API.example.com"] }, host), "found");
    assert.equal(judgeAlias({ ...none, addresses: ["203.0.113.9"] }, host), "found");
    assert.equal(judgeAlias({ ...none, addresses: ["203.0.113.8"] }, host), "wrong");
    assert.equal(judgeAlias({ ...none, aliases: ["other.example.com"] }, host), "wrong");
    assert.equal(judgeAlias(none, host), "missing");
    assert.equal(judgeAlias({ aliases: null, addresses: [], hostAddresses: null }, host), "unknown");
  });
});

describe("a domain's standing", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const pending = { state: "pending", failingSince: null } as const;
  const proven = { state: "proven", failingSince: null } as const;

  it("is proven by its proof alone, from every state", () => {
    const lost = { state: "lost", failingSince: null } as const;
    for (const before of [pending, lost, { state: "failing", failingSince: at(1) } as const]) {
      assert.deepEqual(standingAfter(before, "found", at(9)), proven);
      assert.deepEqual(standingAfter(before, "unknown", at(20)), before);
    }
    assert.deepEqual(standingAfter(pending, "missing", at(2)), pending);
    assert.deepEqual(standingAfter(lost, "wrong", at(2)), lost);
  });

  it("counts for seven days more without it", () => {
    const failing = standingAfter(proven, "missing", at(1));
    assert.deepEqual(failing, { state: "failing", failingSince: at(1) });
    assert.deepEqual(countsUntil(failing), at(8));
    assert.deepEqual(standingAfter(failing, "wrong", new Date(at(8).getTime() - 1)), failing);
    assert.deepEqual(standingAfter(failing, "missing", at(8)), { state: "lost", failingSince: null });
  });
});
