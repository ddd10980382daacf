import assert from "node:assert/strict";
import { it } from "node:test";
import { z } from "zod";
import { checkFlow } from "../checker.ts";
import { type Check } from "../defect.ts";
import { type AnyFlow, type AnyTransition, flowOf } from "../definition.ts";
import { defineVocabulary } from "../vocabulary.ts";

/** The words of a small sale, for tests of the checker and the interpreter. */
export const saleVocabulary = defineVocabulary({
  roles: ["buyer", "seller"],
  events: ["money.arrived", "money.bounced"],
  moments: { "delivery.due": "always", "buyer.seen": "sometimes" },
  guards: { inStock: z.strictObject({}), longAgo: z.strictObject({ minutes: z.int().min(1) }) },
  policies: { cancellation: z.strictObject({ by: z.enum(["buyer", "seller"]) }) },
  effects: { ship: z.strictObject({}), remind: z.strictObject({ times: z.int().min(0).default(1) }) },
  inputs: {
    amount: z.strictObject({ amountMinor: z.int().min(1) }),
    ruling: z.strictObject({ refundShare: z.int().min(0).max(10_000) }),
  },
});

/** A sale that uses every part of the language and has no defect. */
export const sale = flowOf(saleVocabulary)({
  name: "sale",
  version: 1,
  parameters: {
    payMinutes: { kind: "minutes", default: 30, min: 1, max: 1_440 },
    acceptMinutes: { kind: "minutes", default: 4_320, min: 60, max: 43_200 },
    deposit: { kind: "share", default: 2_000, min: 0, max: 5_000 },
    reminders: { kind: "count", default: 2, min: 0, max: 5 },
  },
  initial: "unpaid",
  states: {
    unpaid: {
      label: "sale.unpaid",
      timers: [
        {
          name: "unpaid_too_long",
          due: { at: "placed", plus: { parameter: "payMinutes" } },
          takes: "expire",
        },
      ],
    },
    paid: {
      label: "sale.paid",
      timers: [{ name: "delivery_overdue", due: { at: "delivery.due" }, takes: "fall_through" }],
    },
    delivered: {
      label: "sale.delivered",
      timers: [
        {
          name: "buyer_is_silent",
          due: {
            latest: [
              { at: "buyer.seen", plus: 60 },
              { at: "entered", plus: { parameter: "acceptMinutes" } },
            ],
          },
          takes: "accept",
        },
      ],
    },
    done: { label: "sale.done", final: true },
    dropped: { label: "sale.dropped", final: true },
  },
  transitions: [
    {
      name: "pay",
      from: ["unpaid", "dropped"],
      to: "paid",
      by: ["money.arrived"],
      guards: [{ guard: "inStock" }],
      effects: [{ escrow: "fund" }],
    },
    {
      name: "refuse_money",
      from: ["unpaid", "dropped"],
      to: "dropped",
      by: ["money.arrived"],
      effects: [{ escrow: "fund" }, { escrow: "refund", share: "rest" }],
    },
    { name: "expire", from: ["unpaid"], to: "dropped", by: ["system"], effects: [] },
    {
      name: "cancel",
      from: ["unpaid", "paid"],
      to: "dropped",
      by: ["buyer"],
      notAfter: { at: "delivery.due", minus: 60 },
      effects: [{ escrow: "settle", refund: { policy: "cancellation", args: { by: "buyer" } } }],
    },
    {
      name: "remind",
      from: ["paid"],
      to: "same",
      by: ["buyer"],
      guards: [{ guard: "longAgo", args: { minutes: { parameter: "payMinutes" } } }],
      effects: [{ effect: "remind", args: { times: { parameter: "reminders" } } }],
    },
    {
      name: "discount",
      from: ["paid", "delivered"],
      to: "same",
      by: ["seller", "operator"],
      input: "amount",
      effects: [{ escrow: "refund", share: { inputAmount: "amountMinor" } }],
    },
    {
      name: "fall_through",
      from: ["paid"],
      to: "dropped",
      by: ["system", "operator"],
      effects: [{ escrow: "refund", share: "rest" }],
    },
    { name: "deliver", from: ["paid"], to: "delivered", by: ["seller"], effects: [{ effect: "ship" }] },
    {
      name: "accept",
      from: ["delivered"],
      to: "done",
      by: ["buyer", "system"],
      effects: [{ escrow: "release", share: "rest" }],
    },
  ],
  events: {
    "money.arrived": {
      unpaid: "handle",
      paid: "alarm",
      delivered: "alarm",
      done: "alarm",
      dropped: "handle",
    },
    "money.bounced": {
      unpaid: "ignore",
      paid: "alarm",
      delivered: "alarm",
      done: "alarm",
      dropped: "ignore",
    },
  },
  regions: {
    question: {
      beside: ["paid"],
      freezes: false,
      initial: "none",
      states: {
        none: { label: "question.none" },
        asked: {
          label: "question.asked",
          timers: [{ name: "nobody_answers", due: { at: "entered", plus: 90 }, takes: "forget" }],
        },
      },
      transitions: [
        { name: "ask", from: ["none", "asked"], to: "asked", by: ["buyer"], effects: [] },
        { name: "answer", from: ["asked"], to: "none", by: ["seller"], effects: [] },
        { name: "forget", from: ["asked"], to: "none", by: ["system"], effects: [] },
      ],
      whenAbandoned: [{ effect: "remind" }],
    },
    dispute: {
      beside: ["delivered"],
      freezes: true,
      initial: "none",
      states: {
        none: { label: "dispute.none" },
        open: { label: "dispute.open" },
        withdrawn: { label: "dispute.withdrawn", final: true },
        ruled: { label: "dispute.ruled", final: true },
      },
      transitions: [
        {
          name: "object",
          from: ["none", "withdrawn"],
          to: "open",
          by: ["buyer", "money.bounced"],
          effects: [],
        },
        { name: "withdraw", from: ["open"], to: "withdrawn", by: ["buyer"], unfreezes: true, effects: [] },
        {
          name: "rule",
          from: ["open"],
          to: "ruled",
          by: ["operator"],
          main: "done",
          input: "ruling",
          effects: [{ escrow: "settle", refund: { inputShare: "refundShare" } }],
        },
      ],
      whenAbandoned: [],
    },
  },
});

/** The same shape, open to change. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? Draft<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Draft<T[Key]> }
    : T;

/** A copy of the sale to plant mistakes in. */
export class SaleDraft {
  readonly flow: Draft<AnyFlow> = JSON.parse(JSON.stringify(sale));

  transition(name: string): Draft<AnyTransition> {
    const found = Object.values(this.flow.regions)
      .flatMap((region): Draft<AnyTransition>[] => region.transitions)
      .concat(this.flow.transitions)
      .find((transition) => transition.name === name);
    assert.ok(found, `the sale has no transition ${name}`);
    return found;
  }

  state(name: string): Draft<AnyFlow["states"][string]> {
    const found = this.flow.states[name];
    assert.ok(found, `the sale has no state ${name}`);
    return found;
  }

  timer(state: string) {
    const [found] = this.state(state).timers ?? [];
    assert.ok(found, `the state ${state} has no timer`);
    return found;
  }

  region(name: string): Draft<AnyFlow["regions"][string]> {
    const found = this.flow.regions[name];
    assert.ok(found, `the sale has no region ${name}`);
    return found;
  }
}

/** A mistake: where it must be found, and how to make it. */
export type Planted = readonly [at: string, plant: (draft: SaleDraft) => unknown];

/** Plants every mistake in a copy of the sale of its own, and wants it found as what it is and where it is. */
export function findsPlanted<Kind extends Check>(
  mistakes: Readonly<Record<Kind, Readonly<Record<string, Planted>>>>,
): void {
  for (const [check, list] of Object.entries<Readonly<Record<string, Planted>>>(mistakes)) {
    for (const [mistake, [at, plant]] of Object.entries(list)) {
      it(`${check}: ${mistake}`, () => {
        const draft = new SaleDraft();
        plant(draft);
        const found = checkFlow(draft.flow, saleVocabulary);
        const hit = found.some((defect) => defect.check === check && defect.at === at);
        assert.ok(hit, `wanted ${check} at ${at}, found ${JSON.stringify(found, null, 2)}`);
        for (const { message } of found) assert.doesNotMatch(message, /undefined|\[object/);
      });
    }
  }
}
