import { z } from "zod";
import { readSteps } from "../../platform/flow/standing.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { type Order } from "./models/order.ts";

/** One thing that happened to an order, for its two people. */
export const orderEventView = z.object({
  /** What was done, such as `deliver` or `accept_work`; `place` for the beginning. */
  transition: z.string(),
  /** `main`, or what goes on beside it, such as `dispute`. */
  region: z.string(),
  /** Where that led. */
  state: z.string(),
  /** Who did it; `system` is time, or the news of a payment. */
  by: z.enum(["client", "provider", "operator", "system"]),
  at: z.iso.datetime(),
});

type OrderEvent = z.infer<typeof orderEventView>;

/** Everything that happened to an order so far, oldest first. */
export async function presentSteps(scope: Scope, { id, placedAt }: Order): Promise<OrderEvent[]> {
  const steps = await readSteps(scope, id);
  const placed: OrderEvent = {
    transition: "place",
    region: "main",
    state: "awaiting_payment",
    by: "client",
    at: placedAt.toISOString(),
  };
  const taken = steps.map(({ transition, region, state, takenBy, happenedAt }) => ({
    transition,
    region,
    state,
    by: takerOf(takenBy),
    at: happenedAt.toISOString(),
  }));
  return [placed, ...taken];
}

const takerOf = (takenBy: string): OrderEvent["by"] =>
  takenBy === "client" || takenBy === "provider" || takenBy === "operator" ? takenBy : "system";
