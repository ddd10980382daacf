import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { evidenceInput } from "./dispute-evidence.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const disputeOrder = operation({
  summary: "Objects to how the session went; the money stays where it is until the dispute has ended.",
  input: z.strictObject({
    id: z.uuid(),
    reason: statement,
    /** Files the caller uploaded for the purpose `orders.evidence`. */
    fileIds: evidenceInput,
  }),
  output: ownOrderView,
  run: (scope, { id, reason, fileIds }) =>
    actOnOrder(scope, id, { action: "dispute", input: { reason }, along: { reason, evidence: fileIds } }),
});
