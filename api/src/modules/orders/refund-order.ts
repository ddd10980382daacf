import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const refundOrder = operation({
  summary: "Gives part of the price back: out of the money held, or of what the seller has earned by it.",
  input: z.strictObject({
    id: z.uuid(),
    /** In minor units. */
    amountMinor: z.int().min(1),
    reason: statement,
  }),
  output: ownOrderView,
  run: (scope, { id, ...input }) => actOnOrder(scope, id, { action: "refund", input }),
});
