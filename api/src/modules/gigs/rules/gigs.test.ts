import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { missingFrom } from "./completeness.ts";
import { newsOf } from "./news.ts";
import { afterNewWords, published } from "./standing.ts";
import { inOrder, lowestPrice, type Tier, warningsOf } from "./tiers.ts";
import { newWords, type Written } from "./words-of.ts";

const sold = (tier: Tier, amountMinor: number) => ({ tier, amountMinor, deliveryDays: 3 });

describe("packages", () => {
  for (const [packages, warnings] of [
    [[], []],
    [[sold("basic", 10)], []],
    [[sold("premium", 30), sold("basic", 10), sold("standard", 20)], []],
    [[sold("basic", 20), sold("standard", 20)], ["prices_not_rising"]],
    [[sold("standard", 20), sold("premium", 10)], ["prices_not_rising"]],
    [[sold("basic", 10), sold("premium", 30)], ["standard_missing"]],
    [
      [sold("basic", 30), sold("premium", 10)],
      ["prices_not_rising", "standard_missing"],
    ],
  ] as const)
    it(`${packages.map(({ tier, amountMinor }) => `${tier} ${amountMinor}`).join(", ") || "none"}: ${warnings.join(", ") || "no warning"}`, () => {
      assert.deepEqual(warningsOf(packages), warnings);
    });

  it("stand from the smallest to the largest, and cost the lowest of their prices", () => {
    const packages = [sold("premium", 10), sold("basic", 30)];
    assert.deepEqual(
      inOrder(packages).map(({ tier }) => tier),
      ["basic", "premium"],
    );
    assert.equal(lowestPrice(packages), 10);
    assert.equal(lowestPrice([]), null);
  });
});

describe("what is missing", () => {
  const whole = { title: "标志设计", description: "手".repeat(30), packages: [1], hasCategory: true };
  for (const [change, missing] of [
    [{}, []],
    [{ title: " 标志设 " }, ["title"]],
    [{ description: "手".repeat(29) }, ["description"]],
    [{ hasCategory: false, packages: [] }, ["categoryId", "packages"]],
    [
      { title: "", description: "", hasCategory: false, packages: [] },
      ["title", "description", "categoryId", "packages"],
    ],
  ] as const)
    it(`with ${JSON.stringify(change)}: ${missing.join(", ") || "nothing"}`, () => {
      assert.deepEqual(missingFrom({ ...whole, ...change }), missing);
    });
});

describe("publishing", () => {
  for (const [moderation, needsApproval, expected] of [
    ["none", false, "approved"],
    ["none", true, "pending"],
    ["pending", false, "pending"],
    ["approved", true, "approved"],
    ["rejected", false, "pending"],
    ["rejected", true, "pending"],
    ["suspended", false, undefined],
  ] as const)
    it(`${moderation}, ${needsApproval ? "with" : "without"} approval: ${expected ?? "refused"}`, () => {
      const standing = published({ state: "paused", moderation }, needsApproval);
      assert.equal(standing?.moderation, expected);
      assert.equal(standing?.state, expected && "active");
    });

  it("new words are looked at again where the team approves", () => {
    assert.equal(afterNewWords("approved", true), "pending");
    assert.equal(afterNewWords("approved", false), "approved");
    for (const moderation of ["none", "pending", "rejected", "suspended"] as const)
      assert.equal(afterNewWords(moderation, true), moderation);
  });
});

describe("news", () => {
  const draft = { state: "draft", moderation: "none", hiddenAt: null, isVisible: false } as const;
  const shown = { state: "active", moderation: "approved", hiddenAt: null, isVisible: true } as const;
  const waiting = { ...shown, moderation: "pending", isVisible: false } as const;
  const paused = { ...shown, state: "paused", isVisible: false } as const;
  const unlisted = { ...shown, isVisible: false } as const;
  for (const [name, before, after, expected] of [
    ["a draft changes", draft, draft, "changed"],
    ["a draft is submitted", draft, waiting, "changed"],
    ["a draft is shown", draft, shown, "published"],
    ["it is approved", waiting, shown, "published"],
    ["its words change", shown, shown, "changed"],
    ["its new words are looked at", shown, waiting, "hidden"],
    ["it is paused", shown, paused, "paused"],
    ["it is paused while it waits", waiting, { ...paused, moderation: "pending" }, "paused"],
    ["it comes back", paused, shown, "published"],
    ["it is rejected", waiting, { ...waiting, moderation: "rejected" }, "hidden"],
    ["it is suspended while paused", paused, { ...paused, moderation: "suspended" }, "hidden"],
    ["moderators hide it", shown, { ...shown, hiddenAt: new Date(0), isVisible: false }, "hidden"],
    ["its seller is shown no more", shown, unlisted, "hidden"],
    ["its seller is shown again", unlisted, shown, "published"],
  ] as const)
    it(`${name}: gig.${expected}`, () => {
      assert.equal(newsOf(before, after), `gig.${expected}`);
    });
});

it("new words are those that stood nowhere before", () => {
  const gig: Written = {
    title: "Logo",
    description: "By hand",
    tags: ["logo"],
    extras: [{ title: "Faster" }],
    requirements: [{ question: "Which colour?", choices: ["Red"] }],
    faq: [{ question: "How long?", answer: "Three days" }],
    packages: [{ title: "One", description: "", features: ["Vectors"] }],
  };
  assert.deepEqual(newWords(gig, gig), []);
  const changed: Written = {
    ...gig,
    tags: ["logo", "brand"],
    requirements: [{ question: "Which colour?", choices: ["Red", "Blue"] }],
    packages: [{ title: "One", description: "A draft", features: ["Vectors", "Source"] }],
  };
  assert.deepEqual(newWords(changed, gig), ["brand", "A draft", "Source", "Blue"]);
});
