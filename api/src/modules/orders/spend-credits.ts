import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";

export const spendCredits = operation({
  summary: "Pays an order with the credits that are reserved for it: the session is agreed.",
  input: z.strictObject({ id: z.uuid() }),
  output: ownOrderView,
  run: (scope, { id }) => actOnOrder(scope, id, { action: "spend" }),
});
