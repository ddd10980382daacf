import { type ConversationCard, type ConversationContext } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { presentBookingById } from "../scheduling/index.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { OrderWork } from "./models/order-work.ts";
import { Order } from "./models/order.ts";

/** A conversation about an order: its buyer and its seller hold it, and see the order beside it. */
const orderContext: ConversationContext = {
  kind: "order",
  authorise: sidesOf,
  card: cardOf,
};

/** A conversation about an order's dispute, apart from what the two wrote before they disagreed; its id is the order's, and the site's team takes part. */
const disputeContext: ConversationContext = {
  kind: "dispute",
  teamPermission: "orders.manage",
  async authorise(scope, orderId) {
    return (await isDisputed(scope, orderId)) ? sidesOf(scope, orderId) : null;
  },
  async card(scope, orderId) {
    return (await isDisputed(scope, orderId)) ? cardOf(scope, orderId) : null;
  },
};

export const orderContexts = [orderContext, disputeContext];

async function sidesOf(scope: Scope, id: string): Promise<readonly string[] | null> {
  const [order] = await scope.read<Pick<Order, "buyerId" | "sellerId">>`
    select buyer_id, seller_id from ${Order} o where id = ${id}`;
  return order ? [order.buyerId, order.sellerId] : null;
}

async function cardOf(scope: Scope, id: string): Promise<ConversationCard | null> {
  const [order] = await scope.read<Order>`select * from ${Order} o where id = ${id}`;
  if (!order) return null;
  const { amountMinor, currency, state, number } = order;
  const { title, at } = await occasionOf(scope, order);
  return {
    title: title ?? number,
    state,
    at,
    price: amountMinor > 0 ? { amountMinor, currency } : null,
  };
}

/** What an order is for, and when: a session begins then, work is due. */
async function occasionOf(
  scope: Scope,
  { id, bookingId }: Order,
): Promise<{ readonly title: string | undefined; readonly at: Date | null }> {
  if (bookingId === null) {
    const [work] = await scope.read<Pick<OrderWork, "title" | "dueAt">>`
      select title, due_at from ${OrderWork} w where order_id = ${id}`;
    return { title: work?.title, at: work?.dueAt ?? null };
  }
  const booking = await presentBookingById(scope, bookingId);
  return { title: booking?.title, at: booking ? new Date(booking.startsAt) : null };
}

async function isDisputed(scope: Scope, orderId: string): Promise<boolean> {
  const [dispute] = await scope.read`select 1 as found from ${OrderDispute} d where order_id = ${orderId}`;
  return dispute !== undefined;
}
