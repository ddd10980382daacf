import { beginFlow } from "../../platform/flow/engine.ts";
import { newId } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { announceOrder } from "./events.ts";
import { type Order, type OrderKind, type OrderTerms } from "./models/order.ts";
import { OrderLine } from "./models/order-line.ts";
import { orderNumberOf } from "./rules/order-number.ts";
import { flowFor } from "./session/session-flow.ts";
import { sessionParametersOf, sessionTermsOf } from "./settings.ts";

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

/** What is ordered, whatever its kind. */
interface Ordered {
  readonly kind: OrderKind;
  readonly bookingId: string | null;
  readonly sellerId: string;
  readonly currency: string;
  readonly terms: OrderTerms;
  /** What it is made of; the order's amount is their sum. */
  readonly lines: readonly {
    readonly title: string;
    readonly quantity: number;
    /** Of the whole line. */
    readonly amountMinor: number;
  }[];
}

/** Adds the order's rows; null when the same booking was ordered by a request at the same moment. */
export async function addOrder(
  scope: Scope,
  { kind, bookingId, sellerId, currency, terms, lines }: Ordered,
  { buyerId, note, utm, pageUrl }: OrderRemarks & { readonly buyerId: string },
): Promise<Order | null> {
  const id = newId(scope.now);
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const [order] = await scope.sql<Order>`
    insert into orders (tenant_id, id, number, kind, buyer_id, seller_id, booking_id, amount_minor, currency, terms, state, version,
      note, utm, page_url, placed_at)
    values (${scope.tenant.id}, ${id}, ${orderNumberOf(id)}, ${kind}, ${buyerId}, ${sellerId}, ${bookingId}, ${amountMinor},
      ${currency}, ${JSON.stringify(terms)}, 'awaiting_payment', 0,
      ${note}, ${utm === null ? null : JSON.stringify(utm)}, ${pageUrl}, ${scope.now})
    on conflict (tenant_id, booking_id) do nothing
    returning *`;
  if (!order) return null;
  const rows = lines.map((line, index) => ({ ...line, orderId: id, position: index + 1 }));
  await scope.query(OrderLine).insert(rows);
  return order;
}

/** Adds the rows of an order for a session, at the terms of this moment. */
export const addSessionOrder = (
  scope: Scope,
  { bookingId, hostId, price: { title, amountMinor, currency } }: OrderedSession,
  remarks: OrderRemarks & { readonly buyerId: string },
): Promise<Order | null> =>
  addOrder(
    scope,
    {
      kind: "session",
      bookingId,
      sellerId: hostId,
      currency,
      terms: sessionTermsOf(scope.tenant, currency),
      lines: [{ title, quantity: 1, amountMinor }],
    },
    remarks,
  );

/** Lets an order whose booking stands begin to walk its flow, and announces it. */
export async function beginSession(
  scope: Scope,
  order: Order,
  { keptUntil, startsAt, endsAt }: OrderedSession,
): Promise<void> {
  await beginFlow(scope, flowFor(order), {
    id: order.id,
    priceMinor: order.amountMinor,
    parameters: sessionParametersOf(scope.tenant),
    moments: { "hold.ends": keptUntil, "booking.start": startsAt, "booking.end": endsAt },
  });
  await announceOrder(scope, "order.placed", order);
}
