import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const waiveOrder = operation({
  summary:
    "Gives the session of an order that waits for its payment for nothing: a line takes the price off.",
  input: z.strictObject({
    id: z.uuid(),
    /** For the team; neither side reads it. */
    reason: statement,
  }),
  output: ownOrderView,
  run: (scope, { id, reason }) => actOnOrder(scope, id, { action: "waive", input: { reason } }),
});
