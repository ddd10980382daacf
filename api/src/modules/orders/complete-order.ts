import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";

export const completeOrder = operation({
  summary: "Says that the session has taken place; its money moves when the time to object is over.",
  input: z.strictObject({
    id: z.uuid(),
  }),
  output: ownOrderView,
  run: (scope, { id }) => actOnOrder(scope, id, { action: "complete" }),
});
