import { FlowStep } from "../../../platform/flow/flow-instance.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { OrderDelivery } from "../models/order-delivery.ts";
import { OrderWork } from "../models/order-work.ts";
import { Order } from "../models/order.ts";

/** How the paid orders of a seller ended. */
export interface TrackRecord {
  /** Those whose work was accepted. */
  readonly completed: number;
  /** Those that came to nothing by the seller: called off by them, never delivered, late and called off for it, or given back in a dispute. */
  readonly cancelled: number;
  /** Those whose first delivery was due, and came or never did. */
  readonly due: number;
  /** Of those, the ones delivered in time. */
  readonly onTime: number;
  /** Of completed orders. */
  readonly buyers: number;
  /** Of those, the ones who bought again. */
  readonly returningBuyers: number;
}

/** Whose orders are counted: those of one kind of thing that ended from a moment on. */
interface Counted {
  readonly kind: string;
  readonly sellerIds: readonly string[];
  readonly since: Date;
}

/** How the orders of sellers ended, by seller; one without an order that ended is left out. */
export async function readTrackRecords(
  scope: Scope,
  { kind, sellerIds, since }: Counted,
): Promise<ReadonlyMap<string, TrackRecord>> {
  if (sellerIds.length === 0) return new Map();
  const rows = await scope.read<TrackRecord & { sellerId: string }>`
    with ended as (
      select o.id, o.seller_id, o.buyer_id, o.state, w.days, e.transition
      from ${Order} o join ${OrderWork} w on w.order_id = o.id
      join lateral (
        select s.transition, s.happened_at from ${FlowStep} s
        where s.instance_id = o.id and s.region = 'main' and s.state = o.state order by s.revision limit 1
      ) e on true
      where w.subject_kind = ${kind} and w.paid_at is not null and o.seller_id = any(${sellerIds}::uuid[])
        and o.state in ('completed', 'cancelled', 'refunded') and e.happened_at >= ${since}
    ), judged as (
      select n.seller_id, n.buyer_id, n.state = 'completed' as is_completed,
        n.state = 'refunded'
          or n.transition in ('cancel_as_provider', 'give_up_undelivered', 'cancel_late_as_client') as is_cancelled,
        d.created_at is not null or n.transition in ('give_up_undelivered', 'cancel_late_as_client') as was_due,
        -- Changes that a buyer asks for move the day of delivery: in time is meant of the first one.
        d.created_at <= b.happened_at + make_interval(days => n.days) as is_on_time
      from ended n
      left join lateral (
        select s.happened_at from ${FlowStep} s
        where s.instance_id = n.id and s.region = 'main' and s.state = 'in_progress' order by s.revision limit 1
      ) b on true
      left join ${OrderDelivery} d on d.order_id = n.id and d.number = 1
    ), bought as (
      select seller_id, buyer_id, count(*) filter (where is_completed) as times from judged group by 1, 2
    )
    select j.seller_id, count(*) filter (where is_completed)::int as completed,
      count(*) filter (where is_cancelled)::int as cancelled, count(*) filter (where was_due)::int as due,
      count(*) filter (where was_due and is_on_time)::int as on_time,
      (select count(*) from bought b where b.seller_id = j.seller_id and times > 0)::int as buyers,
      (select count(*) from bought b where b.seller_id = j.seller_id and times > 1)::int as returning_buyers
    from judged j group by j.seller_id`;
  return new Map(rows.map(({ sellerId, ...record }) => [sellerId, record]));
}
