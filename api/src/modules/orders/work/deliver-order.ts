import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { actOnOrder } from "../act-on-order.ts";
import { ownOrderView } from "../present.ts";

export const deliverOrder = operation({
  summary:
    "Delivers the work of an order: the buyer accepts it, wants something changed, or says nothing for a while.",
  input: z.strictObject({
    id: z.uuid(),
    /** For the buyer to read. */
    message: z.string().trim().min(1).max(5_000),
    /** Files the caller uploaded for the purpose `orders.delivery`. */
    fileIds: z.array(z.uuid()).max(20).default([]),
  }),
  output: ownOrderView,
  run: (scope, { id, message, fileIds }) =>
    actOnOrder(scope, id, { action: "deliver", along: { delivery: { message, fileIds } } }),
});
