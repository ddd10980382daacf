import { z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { pageInput } from "../../platform/rpc/paging.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { readAsTeam, teamReadingView } from "../messaging/index.ts";
import { failure } from "./errors.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { readOrder } from "./policy.ts";

/** Refuses for an order that nobody has objected to: what its two people write is theirs alone. */
export async function assertDisputed(scope: Scope, id: string): Promise<void> {
  const { order } = await readOrder(scope, id);
  const [dispute] = await scope.read`select 1 as found from ${OrderDispute} d where order_id = ${id}`;
  if (!dispute) throw failure("orders.not_possible", { state: order.state });
}

export const openDisputeConversation = operation({
  summary:
    "Reads what both sides and the site's team write to each other about a dispute, newest first. Who read it is in the audit log.",
  input: z.strictObject({
    /** The order. */
    id: z.uuid(),
    ...pageInput,
  }),
  output: teamReadingView,
  async run(scope, { id, ...paging }) {
    await assertDisputed(scope, id);
    await audit(scope, { action: "orders.open_dispute_conversation", entity: { kind: "order", id } });
    return readAsTeam(scope, { kind: "dispute", id }, paging);
  },
});
