import { type Client, type Contract } from "@tessera/sdk/browser";

/** An order as lists show it. */
export type WorkOrder = Contract["orders"]["listOrders"]["output"]["items"][number];

/** An order with everything that was asked, answered, delivered and done. */
export type WholeOrder = Contract["orders"]["getOrder"]["output"];

/** Whose orders are listed: those a member placed, those a member works for, or both. */
export const sides = ["all", "buyer", "seller"] as const;
export type Side = (typeof sides)[number];

/** Where an order for work can stand. */
export const orderStates = [
  "awaiting_payment",
  "requirements",
  "in_progress",
  "delivered",
  "revision",
  "completed",
  "cancelled",
  "refunded",
  "settled",
  "expired",
] as const;
export type OrderState = (typeof orderStates)[number];

/** The events after which a member's orders are shown otherwise. */
export const orderNews = [
  "order.placed",
  "order.confirmed",
  "order.expired",
  "order.cancelled",
  "order.completed",
  "order.settled",
  "order.refunded",
  "order.answers_sent",
  "order.delivered",
  "order.revision_asked",
  "order.cancel_proposed",
  "order.cancel_dropped",
  "order.dispute_opened",
  "order.dispute_answered",
  "order.dispute_closed",
  "review.published",
] as const;

/** So many orders, and where the next ones begin. */
export interface Orders {
  readonly items: readonly WorkOrder[];
  readonly nextCursor: string | null;
}

/** Which orders are asked for. */
export interface Asked {
  readonly side: Side;
  /** Those that stand there; all of them when empty. */
  readonly state: OrderState | "";
  readonly cursor?: string;
}

/** Loads a member's orders for work, newest first. */
export const loadOrders = (
  { orders }: Client,
  { side, state, cursor }: Asked,
  options: { readonly signal?: AbortSignal; readonly fresh?: boolean } = {},
): Promise<Orders> =>
  orders.listOrders(
    {
      kind: "work",
      limit: 20,
      cursor,
      as: side === "all" ? undefined : side,
      states: state === "" ? undefined : [state],
    },
    options,
  );

/** How an order stands for its people: a dispute that is open comes before all else. */
export function standingOf({ state, dispute }: WorkOrder): OrderState | "disputed" | null {
  if (dispute && dispute.closedAt === null) return "disputed";
  return orderStates.find((known) => known === state) ?? null;
}

/** Until when work is to be delivered that still is; null when nothing waits for it. */
export const dueOf = ({ state, work }: WorkOrder): number | null =>
  work?.dueAt && (state === "in_progress" || state === "revision") ? Date.parse(work.dueAt) : null;

/** What would go back of an order's money at a share in basis points. */
export const shareOf = ({ totalMinor, refundedMinor }: WholeOrder, share: number): number =>
  Math.round(((totalMinor - refundedMinor) * share) / 10_000);
