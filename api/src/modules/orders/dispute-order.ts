import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const disputeOrder = operation({
  summary: "Objects to how the session went; the money stays where it is until the dispute has ended.",
  input: z.strictObject({
    id: z.uuid(),
    reason: statement,
  }),
  output: ownOrderView,
  run: (scope, { id, reason }) =>
    actOnOrder(scope, id, { action: "dispute", input: { reason }, along: { reason } }),
});
