import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";

export const concedeDispute = operation({
  summary: "Gives in to the other side's objection: the money goes where they want it.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
  }),
  output: ownOrderView,
  run: (scope, { id }) => actOnOrder(scope, id, { action: "concede_dispute" }),
});
