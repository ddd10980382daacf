import { type PersonalData } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { Order } from "./models/order.ts";
import { OrderDelivery } from "./models/order-delivery.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { OrderWork } from "./models/order-work.ts";
import { endedStates } from "./flows/order-states.ts";

/** What orders hold about a member. Purchases belong to the books and to their other side; they name members by id alone. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const orders = await scope.read`
      select number, kind, buyer_id = ${memberId} as is_buyer, booking_id, state, amount_minor, currency, refunded_minor, note, utm,
        placed_at
      from ${Order} o where buyer_id = ${memberId} or seller_id = ${memberId} order by placed_at, id`;
    const disputes = await scope.read`
      select o.number, d.opened_by, d.reason, d.reply, d.outcome, d.ruling, d.opened_at, d.closed_at
      from ${OrderDispute} d join ${Order} o on o.id = d.order_id
      where o.buyer_id = ${memberId} or o.seller_id = ${memberId} order by d.opened_at, d.id`;
    const works = await scope.read`
      select o.number, w.title, w.questions, w.answers, w.answered_at, w.due_at, w.cancel_reason
      from ${OrderWork} w join ${Order} o on o.id = w.order_id
      where o.buyer_id = ${memberId} or o.seller_id = ${memberId} order by o.placed_at, o.id`;
    const deliveries = await scope.read`
      select o.number, d.number as delivery, d.message, d.changes, d.created_at as delivered_at
      from ${OrderDelivery} d join ${Order} o on o.id = d.order_id
      where o.buyer_id = ${memberId} or o.seller_id = ${memberId} order by d.created_at, d.id`;
    return { orders, disputes, works, deliveries };
  },

  async erase(scope, memberId) {
    await scope.query(Order).where({ buyerId: memberId }).patch({ note: null, utm: null });
    await eraseStatements(scope, memberId);
    await eraseWork(scope, memberId);
  },

  async blockers(scope, memberId) {
    const [row] = await scope.read<{ open: number }>`
      select count(*) as open from ${Order} o
      where (buyer_id = ${memberId} or seller_id = ${memberId}) and kind || '.' || state <> all(${endedStates})`;
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

/** What the member wrote in orders for work: as a buyer what they answered and wanted changed, as a seller what came with deliveries. */
async function eraseWork(scope: Scope, memberId: string): Promise<void> {
  await scope.sql`
    update order_works w set answers = null, updated_at = ${scope.now} from ${Order} o
    where w.tenant_id = ${scope.tenant.id} and w.order_id = o.id and o.buyer_id = ${memberId}`;
  await scope.sql`
    update order_deliveries d set updated_at = ${scope.now},
      message = case when o.seller_id = ${memberId} then null else d.message end,
      changes = case when o.buyer_id = ${memberId} then null else d.changes end
    from ${Order} o
    where d.tenant_id = ${scope.tenant.id} and d.order_id = o.id and ${memberId} in (o.buyer_id, o.seller_id)`;
}
