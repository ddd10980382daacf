import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { choicesOf, type Outcome, type Step } from "./interpreter.ts";
import { loadFlow } from "./load.ts";
import { questionsFor } from "./request.ts";
import { sale, saleVocabulary } from "./sale/testing.ts";
import { Walk, type World } from "./testing.ts";

const loaded = loadFlow(sale, saleVocabulary);
const placed = new Date("2026-03-01T08:00:00Z");
const after = (minutes: number) => new Date(placed.getTime() + minutes * 60_000);

function begin(world: Partial<World> = {}): Walk {
  const moments = { "delivery.due": after(600), "buyer.seen": null };
  return new Walk(loaded, 5_000, { now: placed, moments, guards: {}, policies: {}, effects: {}, ...world });
}

function paid(world: Partial<World> = {}): Walk {
  const walk = begin(world);
  walk.event("money.arrived");
  return walk;
}

function delivered(): Walk {
  const walk = paid();
  walk.take("deliver", "seller");
  return walk;
}

function step(outcome: Outcome): Step {
  assert.ok(outcome.kind === "step");
  return outcome;
}

const refused = (reason: string, more: object = {}) => ({ kind: "refused", reason, ...more });

describe("plan", () => {
  it("gives the next state, the effects, the money and the timers of a transition", () => {
    const {
      before,
      after: next,
      effects,
      escrow,
      entered,
      timersToSet,
      timersToCancel,
      ended,
    } = step(begin().event("money.arrived"));
    assert.deepEqual([before.state, next.state, ended], ["unpaid", "paid", false]);
    assert.deepEqual(effects, [{ escrow: "fund", amountMinor: 5_000 }]);
    assert.deepEqual(escrow, { fundedMinor: 5_000, heldMinor: 5_000 });
    assert.deepEqual(entered, ["main"]);
    assert.deepEqual(timersToSet, [{ name: "delivery_overdue", region: "main" }]);
    assert.deepEqual(timersToCancel, ["unpaid_too_long"]);
  });

  it("fills arguments with the tenant's numbers and the schema's defaults", () => {
    const walk = paid();
    assert.deepEqual(
      questionsFor(loaded, walk.instance, { transition: "remind", by: "buyer" }).guards[0]?.args,
      {
        minutes: 30,
      },
    );
    assert.deepEqual(step(walk.take("remind", "buyer")).effects, [{ effect: "remind", args: { times: 2 } }]);
    walk.take("ask", "buyer");
    assert.deepEqual(step(walk.take("deliver", "seller")).effects[1], {
      effect: "remind",
      args: { times: 1 },
    });
  });

  it("does nothing by itself: the dry run is the same call", () => {
    const walk = paid();
    const instance = structuredClone(walk.instance);
    const first = walk.take("cancel", "seller");
    assert.deepEqual(walk.instance, instance);
    assert.deepEqual(walk.take("cancel", "seller"), first);
  });

  it("stays in a state without entering it anew", () => {
    const { before, after: next, entered } = step(paid().take("remind", "buyer"));
    assert.deepEqual([next, entered], [before, []]);
  });

  it("takes policies and entered shares into account", () => {
    const walk = paid({ policies: { cancellation: ({ by }) => (by === "buyer" ? 2_500 : 0) } });
    assert.deepEqual(step(walk.take("cancel", "buyer")).effects, [
      { escrow: "settle", refundMinor: 1_250, releaseMinor: 3_750 },
    ]);
  });
});

describe("plan refuses", () => {
  it("what the flow does not have", () =>
    assert.deepEqual(begin().take("fly", "buyer"), refused("unknown_transition")));

  it("who may not, before saying anything about the state", () => {
    for (const by of ["seller", "system", "operator", "money.arrived", "courier"]) {
      assert.deepEqual(begin().take("accept", by), refused("not_allowed"));
    }
    assert.deepEqual(begin().take("pay", "money.arrived"), refused("not_allowed"));
  });

  it("what the state does not allow", () => {
    assert.deepEqual(begin().take("accept", "buyer"), refused("wrong_state"));
    assert.deepEqual(paid().take("object", "buyer"), refused("wrong_state"));
  });

  it("what is too late, and says since when", () => {
    const walk = paid();
    walk.wait(540);
    assert.deepEqual(walk.take("cancel", "buyer"), refused("too_late", { at: after(540) }));
  });

  it("what a guard refuses, and says which", () => {
    const walk = paid({ guards: { longAgo: () => false } });
    assert.deepEqual(walk.take("remind", "buyer"), refused("guard", { guard: "longAgo" }));
  });

  it("input that its schema refuses", () => {
    for (const input of [{}, { amountMinor: 0 }, { amountMinor: "5" }, { amountMinor: 5, tip: 1 }, null]) {
      const outcome = paid().take("discount", "seller", input);
      assert.ok(
        outcome.kind === "refused" && outcome.reason === "invalid_input" && outcome.issues.length > 0,
      );
    }
  });

  it("an entered amount that is more than is held, and says how much that is", () => {
    const walk = paid();
    walk.take("discount", "seller", { amountMinor: 4_000 });
    const outcome = walk.take("discount", "seller", { amountMinor: 1_001 });
    assert.deepEqual(outcome, refused("exceeds_escrow", { heldMinor: 1_000 }));
  });

  it("a timer of a state that was left, and one that is not due yet", () => {
    assert.deepEqual(paid().request({ timer: "unpaid_too_long" }), refused("wrong_state"));
    assert.deepEqual(paid().request({ timer: "delivery_overdue" }), refused("too_early", { at: after(600) }));
    assert.deepEqual(paid().request({ timer: "tea" }), refused("unknown_transition"));
  });
});

describe("events", () => {
  it("take the first transition whose guards agree", () => {
    assert.equal(
      step(begin({ guards: { inStock: () => false } }).event("money.arrived")).transition,
      "refuse_money",
    );
    assert.equal(step(begin({ guards: { inStock: () => true } }).event("money.arrived")).transition, "pay");
  });

  it("are ignored or raise an alarm where the flow says so", () => {
    assert.deepEqual(begin().event("money.bounced"), { kind: "ignored" });
    assert.deepEqual(paid().event("money.bounced"), { kind: "alarm" });
  });

  it("concern a region before the main course", () => {
    const { region, transition } = step(delivered().event("money.bounced"));
    assert.deepEqual([region, transition], ["dispute", "object"]);
  });

  it("may wake an order that had ended", () => {
    const walk = begin();
    walk.wait(31);
    assert.equal(walk.instance.position.state, "dropped");
    assert.equal(step(walk.event("money.arrived")).after.state, "paid");
  });
});

describe("regions", () => {
  it("run beside the main course with timers of their own", () => {
    const walk = paid();
    const { timersToSet } = step(walk.take("ask", "buyer"));
    assert.deepEqual(
      timersToSet.map(({ name }) => name),
      ["delivery_overdue", "nobody_answers"],
    );
    walk.wait(90);
    assert.deepEqual(walk.instance.position.regions, { question: "none", dispute: "none" });
  });

  it("count from when their own state was entered", () => {
    const walk = paid();
    walk.wait(50);
    walk.take("ask", "buyer");
    walk.wait(50);
    walk.take("ask", "buyer");
    assert.deepEqual(walk.timers.get("nobody_answers"), after(190));
  });

  it("start over when the order moves on, and say so", () => {
    const walk = paid();
    walk.take("ask", "buyer");
    const { after: next, effects, timersToCancel } = step(walk.take("deliver", "seller"));
    assert.equal(next.regions["question"], "none");
    assert.deepEqual(effects, [
      { effect: "ship", args: {} },
      { effect: "remind", args: { times: 1 } },
    ]);
    assert.deepEqual(timersToCancel, ["delivery_overdue", "nobody_answers"]);
  });
});

describe("a region that freezes", () => {
  it("stops timers and people, not events", () => {
    const walk = delivered();
    const frozen = step(walk.take("object", "buyer"));
    assert.deepEqual(
      [frozen.frozenBy, frozen.timersToSet, frozen.timersToCancel],
      ["dispute", [], ["buyer_is_silent"]],
    );
    assert.deepEqual(walk.take("accept", "buyer"), refused("frozen"));
    assert.deepEqual(walk.take("discount", "operator", { amountMinor: 1 }), refused("frozen"));
    assert.deepEqual(walk.event("money.arrived"), { kind: "alarm" });
    walk.wait(100_000);
    assert.equal(walk.instance.position.state, "delivered");
  });

  it("unfreezes: timers run again from the same moments, at once when they are over", () => {
    const walk = delivered();
    walk.take("object", "buyer");
    walk.wait(5_000);
    const { timersToSet, frozenBy } = step(walk.take("withdraw", "buyer"));
    assert.deepEqual([timersToSet, frozenBy], [[{ name: "buyer_is_silent", region: "main" }], null]);
    assert.deepEqual(walk.timers.get("buyer_is_silent"), after(4_320));
    walk.wait(0);
    assert.equal(walk.instance.position.state, "done");
  });

  it("may begin again after it was withdrawn", () => {
    const walk = delivered();
    walk.take("object", "buyer");
    walk.take("withdraw", "buyer");
    assert.equal(step(walk.take("object", "buyer")).frozenBy, "dispute");
  });

  it("settles: the money is split, the order is at an end", () => {
    const walk = delivered();
    walk.take("object", "buyer");
    const ruled = step(walk.take("rule", "operator", { refundShare: 6_000 }));
    assert.deepEqual(ruled.effects, [{ escrow: "settle", refundMinor: 3_000, releaseMinor: 2_000 }]);
    assert.deepEqual(ruled.after, { state: "done", regions: { question: "none", dispute: "ruled" } });
    assert.deepEqual([ruled.ended, ruled.entered, ruled.frozenBy], [true, ["dispute", "main"], null]);
    assert.deepEqual(walk.take("object", "buyer"), refused("wrong_state"));
  });
});

describe("timers", () => {
  it("follow a moment that an effect has moved", () => {
    const walk = paid({
      effects: { remind: (_args, _input, { world }) => void (world.moments["delivery.due"] = after(900)) },
    });
    walk.take("remind", "buyer");
    assert.deepEqual(walk.timers.get("delivery_overdue"), after(900));
  });

  it("are due in the order of their instants, each at its own", () => {
    const walk = begin();
    walk.event("money.arrived");
    walk.take("ask", "buyer");
    walk.wait(10_000);
    assert.deepEqual(walk.lines.slice(-2), [
      "90 forget: paid + question none; nothing",
      "600 fall_through: dropped; refund 5000",
    ]);
  });
});

describe("choicesOf", () => {
  const names = (walk: Walk, by: string) =>
    choicesOf(loaded, walk.instance, by, walk.world).map(({ transition }) => transition);

  it("names what a side may do as the order stands", () => {
    assert.deepEqual(names(begin(), "buyer"), ["cancel"]);
    assert.deepEqual(names(paid(), "buyer"), ["cancel", "remind", "ask"]);
    assert.deepEqual(names(paid(), "operator"), ["discount", "fall_through"]);
  });

  it("leaves out what is over, and says until when the rest is open", () => {
    const walk = paid();
    assert.deepEqual(choicesOf(loaded, walk.instance, "buyer", walk.world)[0], {
      transition: "cancel",
      input: null,
      opensAt: null,
      closesAt: after(540),
    });
    walk.wait(540);
    assert.deepEqual(names(walk, "buyer"), ["remind", "ask"]);
  });

  it("is the region's alone while the order is frozen", () => {
    const walk = delivered();
    walk.take("object", "buyer");
    assert.deepEqual(names(walk, "buyer"), ["withdraw"]);
    assert.deepEqual(names(walk, "operator"), ["rule"]);
  });
});
