import { z } from "zod";
import { wholeShare } from "../../../platform/money.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { actOnOrder } from "../act-on-order.ts";
import { ownOrderView } from "../present.ts";

export const proposeCancel = operation({
  summary:
    "Proposes to call work off that is under way, and how much goes back. It goes on until the other side agrees.",
  input: z.strictObject({
    id: z.uuid(),
    /** Basis points of what is held that would go back to the buyer; all of it when not given. */
    refundShare: z.int().min(0).max(wholeShare).default(wholeShare),
    /** Shown to the other side. */
    reason: z.string().trim().max(2000).default(""),
  }),
  output: ownOrderView,
  run: (scope, { id, refundShare, reason }) =>
    actOnOrder(scope, id, {
      action: "propose_cancel",
      input: { refundShare, ...(reason && { reason }) },
    }),
});
