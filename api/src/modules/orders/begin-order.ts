import { beginFlow } from "../../platform/flow/engine.ts";
import { newId } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { announceOrder } from "./events.ts";
import { type Order } from "./models/order.ts";
import { OrderLine } from "./models/order-line.ts";
import { orderNumberOf } from "./rules/order-number.ts";
import { flowFor } from "./session/session-flow.ts";
import { flowParametersOf, termsOf } from "./settings.ts";

/** The session an order is for. */
export interface OrderedSession {
  readonly bookingId: string;
  readonly hostId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Until when it is kept without having been paid. */
  readonly keptUntil: Date;
  readonly price: { readonly title: string; readonly amountMinor: number; readonly currency: string };
}

/** What the buyer said when ordering. */
export interface OrderRemarks {
  readonly note: string | null;
  readonly utm: Readonly<Record<string, string>> | null;
  readonly pageUrl: string | null;
}

/** Adds the order's rows; null when the same booking was ordered by a request at the same moment. */
export async function addOrder(
  scope: Scope,
  { bookingId, hostId, price }: OrderedSession,
  { buyerId, note, utm, pageUrl }: OrderRemarks & { readonly buyerId: string },
): Promise<Order | null> {
  const id = newId(scope.now);
  const { title, amountMinor, currency } = price;
  const [order] = await scope.sql<Order>`
    insert into orders (tenant_id, id, number, buyer_id, seller_id, booking_id, amount_minor, currency, terms, state, version,
      note, utm, page_url, placed_at)
    values (${scope.tenant.id}, ${id}, ${orderNumberOf(id)}, ${buyerId}, ${hostId}, ${bookingId}, ${amountMinor}, ${currency},
      ${JSON.stringify(termsOf(scope.tenant, currency))}, 'awaiting_payment', 0,
      ${note}, ${utm === null ? null : JSON.stringify(utm)}, ${pageUrl}, ${scope.now})
    on conflict (tenant_id, booking_id) do nothing
    returning *`;
  if (!order) return null;
  await scope.query(OrderLine).insert({ orderId: id, position: 1, title, quantity: 1, amountMinor });
  return order;
}

/** Lets an order whose booking stands begin to walk its flow, and announces it. */
export async function beginOrder(
  scope: Scope,
  order: Order,
  { keptUntil, startsAt, endsAt }: OrderedSession,
): Promise<void> {
  await beginFlow(scope, flowFor(order), {
    id: order.id,
    priceMinor: order.amountMinor,
    parameters: flowParametersOf(scope.tenant),
    moments: { "hold.ends": keptUntil, "booking.start": startsAt, "booking.end": endsAt },
  });
  await announceOrder(scope, "order.placed", order);
}
