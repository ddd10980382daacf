import { type Scope } from "../../platform/scope/scope.ts";
import { Order } from "./models/order.ts";
import { endedStates } from "./flows/order-states.ts";

/** How many orders of a member, as buyer or seller, have not come to their end. */
export async function countOpen(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.read<{ open: number }>`
    select count(*)::int as open from ${Order} o
    where ${memberId} in (o.buyer_id, o.seller_id) and o.kind || '.' || o.state <> all(${endedStates})`;
  return row?.open ?? 0;
}
