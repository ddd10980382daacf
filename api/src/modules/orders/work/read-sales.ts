import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Order } from "../models/order.ts";
import { OrderWork } from "../models/order-work.ts";

/** Which sales of work are meant: those of one kind of thing, of one thing, or of one seller. */
export interface SalesFilter {
  readonly kind: string;
  readonly subjectId?: string | undefined;
  readonly sellerId?: string | undefined;
  /** Paid from this moment on. */
  readonly from: Date;
}

/** What was sold in one currency on one date in UTC. */
export interface DaySales {
  readonly date: string;
  readonly orders: number;
  /** What buyers paid and did not get back. */
  readonly amountMinor: number;
  readonly currency: string;
}

/** What was sold of work, by date and currency in their order; an order that was not paid is none. */
export const readWorkSales = (
  scope: Scope,
  { kind, subjectId, sellerId, from }: SalesFilter,
): Promise<DaySales[]> =>
  scope.read<DaySales>`
    select (w.paid_at at time zone 'UTC')::date::text as date, o.currency, count(*)::int as orders,
      sum(o.amount_minor - o.refunded_minor)::bigint as amount_minor
    from ${OrderWork} w join ${Order} o on o.id = w.order_id
    where w.subject_kind = ${kind} and w.paid_at >= ${from}
      ${subjectId === undefined ? fragment`` : fragment`and w.subject_id = ${subjectId}`}
      ${sellerId === undefined ? fragment`` : fragment`and o.seller_id = ${sellerId}`}
    group by 1, 2 order by 1, 2`;
