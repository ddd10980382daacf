import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { pageInput } from "../../platform/rpc/paging.ts";
import { readAsTeam, teamReadingView } from "../messaging/index.ts";
import { readOrder } from "./policy.ts";

export const openDisputeConversation = operation({
  summary:
    "Reads what both sides and the site's team write to each other about a dispute, newest first; nothing where nobody has objected. Who read it is in the audit log.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
    ...pageInput,
  }),
  output: teamReadingView,
  async run(scope, { id, ...paging }) {
    await readOrder(scope, id);
    await audit(scope, { action: "orders.open_dispute_conversation", entity: { kind: "order", id } });
    return readAsTeam(scope, { kind: "dispute", id }, paging);
  },
});
