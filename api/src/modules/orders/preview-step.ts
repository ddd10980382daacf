import { z } from "zod";
import { previewTransition } from "../../platform/flow/engine.ts";
import { type Request } from "../../platform/flow/request.ts";
import { readStanding } from "../../platform/flow/standing.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { readOrder } from "./policy.ts";
import { movementsOf } from "./order-money.ts";
import { stepOf } from "./take-step.ts";

const position = z.object({
  state: z.string(),
  /** What goes on beside the order, such as its dispute. */
  regions: z.record(z.string(), z.string()),
});

const account = z.object({
  /** Such as `escrow`, `available`, `wallet` or `fees`. */
  kind: z.string(),
  /** The order, member or gateway it belongs to; empty for the site itself. */
  owner: z.string(),
});

export const previewStep = operation({
  summary:
    "Tells what a transition of an order's flow would do, and does nothing: where the order would stand, its price, and what would move in the ledger.",
  input: z.strictObject({
    id: z.uuid(),
    /** A transition of the order's flow, such as `cancel_as_client` or `release`. */
    transition: z.string().min(1).max(63),
    /** Who would take it; `system` is time. */
    by: z.enum(["client", "provider", "operator", "system"]).default("operator"),
    /** What they would send along, such as `{ "refundShare": 6000, "reason": "..." }`. */
    input: z
      .record(z.string().max(63), z.union([z.string().max(2000), z.number()]))
      .default({})
      .meta({ example: { reason: "A look ahead" } }),
  }),
  output: z.object({
    before: position,
    after: position,
    /** Whether the order would have come to its end. */
    ends: z.boolean(),
    price: z.object({ amountMinor: z.int(), currency: z.string() }),
    /** What the order would hold afterwards. */
    heldMinor: z.int(),
    /** What else would be done, such as `freeBooking`. */
    effects: z.array(z.string()),
    postings: z.array(z.object({ from: account, to: account, amountMinor: z.int(), currency: z.string() })),
  }),
  async run(scope, { id, transition, by, input }) {
    const { order } = await readOrder(scope, id);
    const standing = await readStanding(scope, id);
    const request: Request =
      by === "system" ? { timer: standing.timerFor(transition) ?? transition } : { transition, by, input };
    const outcome = await previewTransition(scope, id, request);
    const step = stepOf(outcome, { state: order.state, currency: order.currency });
    const movements = await movementsOf(scope, order, step);
    return {
      before: { state: step.before.state, regions: { ...step.before.regions } },
      after: { state: step.after.state, regions: { ...step.after.regions } },
      ends: step.ended,
      price: { amountMinor: standing.priceMinor, currency: order.currency },
      heldMinor: step.escrow.heldMinor,
      effects: step.effects.flatMap((effect) => ("effect" in effect ? [effect.effect] : [])),
      postings: movements.map(({ debit, credit, unit, amount }) => ({
        from: { ...debit },
        to: { ...credit },
        amountMinor: amount,
        currency: unit,
      })),
    };
  },
});
