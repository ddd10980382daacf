import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { actOnOrder } from "../act-on-order.ts";
import { ownOrderView } from "../present.ts";
import { statement } from "../statement.ts";

export const askRevision = operation({
  summary: "Asks for changes in what was delivered, as often as was agreed.",
  input: z.strictObject({
    id: z.uuid(),
    /** What is to be changed, for the seller to read. */
    reason: statement,
  }),
  output: ownOrderView,
  run: (scope, { id, reason }) => actOnOrder(scope, id, { action: "ask_revision", input: { reason } }),
});
