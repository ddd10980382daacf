import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { checkFlow } from "./checker.ts";
import { type AnyTransition } from "./definition.ts";
import { type PlannedEffect } from "./effects.ts";
import { hasEnded } from "./instance.ts";
import { loadFlow, type LoadedFlow } from "./load.ts";
import { type Draft, SaleDraft, saleVocabulary } from "./sale/testing.ts";
import { Walk } from "./testing.ts";

const placed = new Date("2026-03-01T08:00:00Z");
const price = 1_001;
const inputs = { amountMinor: 400, refundShare: 3_333 };

const states = ["unpaid", "paid", "delivered", "done", "dropped"];
const regionStates = ["none", "asked", "open", "withdrawn", "ruled"];
const effects: Draft<AnyTransition["effects"]> = [
  { escrow: "fund" },
  { escrow: "refund", share: "rest" },
  { escrow: "release", share: 3_000 },
  { escrow: "refund", share: { parameter: "deposit" } },
  { escrow: "settle", refund: 5_000 },
  { escrow: "settle", refund: { policy: "cancellation", args: { by: "buyer" } } },
];
const rules = ["handle", "ignore", "alarm"] as const;

/** A change somebody might make to a flow, right or wrong. */
type Edit = (draft: SaleDraft, pick: (options: number) => number) => void;

function someTransition(draft: SaleDraft, pick: (options: number) => number): Draft<AnyTransition> {
  const graphs: { transitions: Draft<AnyTransition>[] }[] = [
    draft.flow,
    ...Object.values(draft.flow.regions),
  ];
  const all = graphs.flatMap(({ transitions }) => transitions);
  return all[pick(all.length)]!;
}

const edits: Edit[] = [
  (draft, pick) => (someTransition(draft, pick).to = [...states, "same"][pick(6)]!),
  (draft, pick) => (someTransition(draft, pick).to = regionStates[pick(5)]!),
  (draft, pick) => someTransition(draft, pick).from.push(states[pick(5)]!),
  (draft, pick) => someTransition(draft, pick).from.push(regionStates[pick(5)]!),
  (draft, pick) => someTransition(draft, pick).from.splice(0, 1),
  (draft, pick) => someTransition(draft, pick).effects.push(effects[pick(effects.length)]!),
  (draft, pick) => someTransition(draft, pick).effects.splice(0, 1),
  (draft, pick) => (someTransition(draft, pick).effects = [effects[pick(effects.length)]!]),
  (draft, pick) =>
    someTransition(draft, pick).by.push(["buyer", "operator", "system", "money.bounced"][pick(4)]!),
  (draft, pick) => someTransition(draft, pick).by.splice(0, 1),
  (draft, pick) => (someTransition(draft, pick).guards = [{ guard: "inStock" }]),
  (draft, pick) => delete someTransition(draft, pick).guards,
  (draft, pick) => (someTransition(draft, pick).main = states[pick(5)]!),
  (draft, pick) => (someTransition(draft, pick).unfreezes = true),
  (draft, pick) => delete draft.state(states[pick(5)]!).timers,
  (draft, pick) => (draft.state(states[pick(5)]!).final = true),
  (draft, pick) => delete draft.state(states[pick(5)]!).final,
  (draft, pick) => draft.region(["question", "dispute"][pick(2)]!).beside.push(states[pick(5)]!),
  (draft, pick) => (draft.region(["question", "dispute"][pick(2)]!).freezes = pick(2) === 0),
  (draft, pick) =>
    Object.assign(draft.flow.events[["money.arrived", "money.bounced"][pick(2)]!] ?? {}, {
      [states[pick(5)]!]: rules[pick(3)],
    }),
];

/** Takes random steps, then lets time and operators bring the order to an end, with every guard against it. */
function walkAtRandom(loaded: LoadedFlow, pick: (options: number) => number): void {
  let willing = true;
  const walk = new Walk(
    loaded,
    price,
    {
      now: placed,
      moments: { "delivery.due": new Date(placed.getTime() + 36_000_000), "buyer.seen": null },
      guards: { inStock: () => willing && pick(2) === 0, longAgo: () => willing },
      policies: { cancellation: () => pick(10_001) },
      effects: {},
    },
    { deposit: pick(5_001) },
  );
  let balance = 0;
  const request = (asked: Parameters<Walk["request"]>[0]) => {
    const outcome = walk.request(asked);
    if (outcome.kind === "step")
      balance += outcome.effects.reduce((sum, effect) => sum + intoEscrow(effect), 0);
    assert.equal(walk.instance.escrow.heldMinor, balance);
    assert.ok(balance >= 0 && balance <= price);
    if (hasEnded(loaded, walk.instance.position)) assert.equal(balance, 0);
  };

  const names = [...loaded.transitions.values()].map(({ transition }) => transition);
  for (let steps = 0; steps < 25; steps += 1) {
    const chance = pick(4);
    if (chance === 0) request({ event: saleVocabulary.events[pick(2)]! });
    if (chance === 1) walk.world.now = new Date(walk.world.now.getTime() + pick(6_000) * 60_000);
    const due = [...walk.timers.keys()].filter((timer) => walk.timers.get(timer)! <= walk.world.now);
    for (const timer of due) request({ timer });
    const { name, by, input } = names[pick(names.length)]!;
    request({
      transition: name,
      by: by[pick(by.length)]!,
      input: input === "amount" ? { amountMinor: pick(600) + 1 } : inputFor(input),
    });
  }

  willing = false;
  walk.world.now = new Date(placed.getTime() + 1e11);
  for (let rounds = 0; rounds < 400 && !hasEnded(loaded, walk.instance.position); rounds += 1) {
    const timers = [...walk.timers.keys()];
    if (timers.length > 0 && pick(2) === 0) request({ timer: timers[pick(timers.length)]! });
    const { name, input } = names[pick(names.length)]!;
    request({ transition: name, by: "operator", input: inputFor(input) });
  }
  assert.ok(hasEnded(loaded, walk.instance.position), `stuck: ${walk.lines.join("\n")}`);
}

const inputFor = (input: string | undefined) =>
  input === "ruling" ? { refundShare: inputs.refundShare } : input === "amount" ? { amountMinor: 1 } : {};

function intoEscrow(effect: PlannedEffect): number {
  if ("effect" in effect) return 0;
  if (effect.escrow === "settle") return -effect.refundMinor - effect.releaseMinor;
  return effect.escrow === "fund" ? effect.amountMinor : -effect.amountMinor;
}

it("a flow the checker lets through never loses money and never gets stuck, however it was changed", () => {
  let passed = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.gen(), (changes, gen) => {
      const pick = (options: number) => gen(fc.nat, options - 1);
      const draft = new SaleDraft();
      for (let change = 0; change < changes; change += 1) edits[pick(edits.length)]!(draft, pick);
      if (checkFlow(draft.flow, saleVocabulary).length > 0) {
        refused += 1;
        return;
      }
      passed += 1;
      const loaded = loadFlow(draft.flow, saleVocabulary);
      for (let walks = 0; walks < 5; walks += 1) walkAtRandom(loaded, pick);
    }),
    { numRuns: 600 },
  );
  assert.ok(passed > 60 && refused > 200, `${passed} passed and ${refused} were refused`);
});
