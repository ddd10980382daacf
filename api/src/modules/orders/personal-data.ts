import { type PersonalData } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { paidSession } from "./flows/paid-session.ts";
import { Order } from "./models/order.ts";
import { OrderDispute } from "./models/order-dispute.ts";

const ended = Object.entries<{ readonly final?: true }>(paidSession.states)
  .filter(([, { final }]) => final)
  .map(([state]) => state);

/** What orders hold about a member. Purchases belong to the books and to their other side; they name members by id alone. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const orders = await scope.read`
      select number, buyer_id = ${memberId} as is_buyer, booking_id, state, amount_minor, currency, refunded_minor, note, utm,
        placed_at
      from ${Order} o where buyer_id = ${memberId} or seller_id = ${memberId} order by placed_at, id`;
    const disputes = await scope.read`
      select o.number, d.opened_by, d.reason, d.reply, d.outcome, d.ruling, d.opened_at, d.closed_at
      from ${OrderDispute} d join ${Order} o on o.id = d.order_id
      where o.buyer_id = ${memberId} or o.seller_id = ${memberId} order by d.opened_at, d.id`;
    return { orders, disputes };
  },

  async erase(scope, memberId) {
    await scope.query(Order).where({ buyerId: memberId }).patch({ note: null, utm: null });
    await eraseStatements(scope, memberId);
  },

  async blockers(scope, memberId) {
    const [row] = await scope.read<{ open: number }>`
      select count(*) as open from ${Order} o
      where (buyer_id = ${memberId} or seller_id = ${memberId}) and state <> all(${ended})`;
    return row!.open > 0 ? [`This member still has ${row!.open} orders under way.`] : [];
  },

  retentionDays: {},
};

/** What the member said in disputes; what the other side said stays. */
async function eraseStatements(scope: Scope, memberId: string): Promise<void> {
  await scope.sql`
    update order_disputes d set
      reason = case when d.opened_by = m.side then null else d.reason end,
      reply = case when d.opened_by = m.side then d.reply end
    from (
      select id, case buyer_id when ${memberId} then 'client' else 'provider' end as side
      from ${Order} o where buyer_id = ${memberId} or seller_id = ${memberId}
    ) m
    where d.tenant_id = ${scope.tenant.id} and d.order_id = m.id`;
}
