import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";

export const acceptOrder = operation({
  summary: "Says that there is nothing to object to, so the money moves at once.",
  input: z.strictObject({
    id: z.uuid(),
  }),
  output: ownOrderView,
  run: (scope, { id }) => actOnOrder(scope, id, { action: "accept" }),
});
