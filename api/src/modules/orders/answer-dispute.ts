import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { actOnOrder } from "./act-on-order.ts";
import { evidenceInput } from "./dispute-evidence.ts";
import { ownOrderView } from "./present.ts";
import { statement } from "./statement.ts";

export const answerDispute = operation({
  summary: "Tells the caller's side of a dispute and hands it to the site's team.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
    reason: statement,
    /** Files the caller uploaded for the purpose `orders.evidence`. */
    fileIds: evidenceInput,
  }),
  output: ownOrderView,
  run: (scope, { id, reason, fileIds }) =>
    actOnOrder(scope, id, { action: "answer_dispute", input: { reason }, along: { evidence: fileIds } }),
});
