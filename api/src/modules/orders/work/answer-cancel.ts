import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { actOnOrder } from "../act-on-order.ts";
import { ownOrderView } from "../present.ts";

export const answerCancel = operation({
  summary: "Agrees to a proposal to call work off, declines it, or takes back one of the caller's own.",
  input: z.strictObject({
    id: z.uuid(),
    accept: z.boolean(),
    /** The share that is answered, as the caller saw it; refused when another one has been proposed since. */
    refundShare: z.int().min(0).optional(),
  }),
  output: ownOrderView,
  run: (scope, { id, accept, refundShare }) =>
    actOnOrder(scope, id, {
      action: accept ? "accept_cancel" : "decline_cancel",
      along: refundShare === undefined ? {} : { answeredShare: refundShare },
    }),
});
