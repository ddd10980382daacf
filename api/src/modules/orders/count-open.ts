import { type Scope } from "../../platform/scope/scope.ts";
import { paidSession } from "./flows/paid-session.ts";
import { Order } from "./models/order.ts";

const open = Object.entries(paidSession.states).flatMap(([name, state]) => (state.final ? [] : [name]));

/** How many orders of a member, as buyer or seller, have not come to their end. */
export async function countOpen(scope: Scope, memberId: string): Promise<number> {
  const [row] = await scope.read<{ open: number }>`
    select count(*)::int as open from ${Order} o
    where ${memberId} in (o.buyer_id, o.seller_id) and o.state = any(${open})`;
  return row?.open ?? 0;
}
