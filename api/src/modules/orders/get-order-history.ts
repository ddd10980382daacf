import { z } from "zod";
import { readSteps } from "../../platform/flow/standing.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { escrowOf } from "../money/index.ts";
import { readOrder } from "./policy.ts";

const stepView = z.object({
  revision: z.int(),
  /** What was done, such as `accept` or `cancel_late`. */
  transition: z.string(),
  /** `main`, or the region beside it that moved, such as a dispute. */
  region: z.string(),
  /** Where that led. */
  state: z.string(),
  /** The role, event or timer that took it. */
  takenBy: z.string(),
  actor: z.object({ kind: z.string(), id: z.string() }),
  at: z.iso.datetime(),
});

export const getOrderHistory = operation({
  summary: "Answers every step an order has taken, oldest first, and what its escrow holds.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    steps: z.array(stepView),
    /** What was ever paid in, and what of it is neither released nor given back. */
    escrow: z.object({ currency: z.string(), fundedMinor: z.int(), heldMinor: z.int() }),
  }),
  async run(scope, { id }) {
    const { order } = await readOrder(scope, id);
    const [steps, { fundedMinor, heldMinor }] = await Promise.all([
      readSteps(scope, id),
      escrowOf(scope, id, order.currency),
    ]);
    return {
      steps: steps.map(
        ({ actorKind, actorId, happenedAt, revision, transition, region, state, takenBy }) => ({
          revision,
          transition,
          region,
          state,
          takenBy,
          actor: { kind: actorKind, id: actorId },
          at: happenedAt.toISOString(),
        }),
      ),
      escrow: { currency: order.currency, fundedMinor, heldMinor },
    };
  },
});
