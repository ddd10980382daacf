import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const withdrawDispute = operation({
  summary: "Takes an objection back, or dismisses it for the site's team; the order goes on.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
    /** The site's team says why. */
    reason: statement.optional(),
  }),
  output: ownOrderView,
  run: (scope, { id, reason }) => actOnOrder(scope, id, { action: "withdraw_dispute", input: { reason } }),
});
