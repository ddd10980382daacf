import { z } from "zod";
import { wholeShare } from "../../platform/money.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const ruleDispute = operation({
  summary: "Ends a dispute for the site's team: a share of the money held goes back, the rest to the seller.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
    /** Basis points of the money held. */
    refundShare: z.int().min(0).max(wholeShare),
    reason: statement,
  }),
  output: ownOrderView,
  run: (scope, { id, ...input }) => actOnOrder(scope, id, { action: "rule_dispute", input }),
});
