import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const answerDispute = operation({
  summary: "Tells the caller's side of a dispute and hands it to the site's team.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
    reason: statement,
  }),
  output: ownOrderView,
  run: (scope, { id, reason }) => actOnOrder(scope, id, { action: "answer_dispute", input: { reason } }),
});
