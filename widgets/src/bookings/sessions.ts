import { type Client, type Contract } from "@tessera/sdk/browser";
import { type ActionName, isOffered } from "../parts/order/offered.ts";

export type Booking = Contract["scheduling"]["listBookings"]["output"]["items"][number];
export type Order = Contract["orders"]["listOrders"]["output"]["items"][number];

/** Sessions that may still need somebody, and those that are settled. */
export const tabs = ["upcoming", "past"] as const;
export type Tab = (typeof tabs)[number];

/** Whose sessions are listed: those a member booked, those a member hosts, or both. */
export type Side = "client" | "host" | "";

/** The events after which a member's sessions are shown otherwise. */
export const sessionNews = [
  "booking.requested",
  "booking.confirmed",
  "booking.moved",
  "booking.cancelled",
  "booking.completed",
  "booking.no_show_marked",
  "order.expired",
  "order.refunded",
  "order.move_proposed",
  "order.move_answered",
  "order.dispute_opened",
  "order.dispute_answered",
  "order.dispute_closed",
] as const;

/** One session as the member sees it. */
export interface Session {
  readonly booking: Booking;
  /** What it was sold by; null when nothing was paid for it. */
  readonly order: Order | null;
  readonly isHost: boolean;
  /** The other person's name; null when their account was erased. */
  readonly other: string | null;
}

/** So many sessions, and where the next ones begin. */
export interface Sessions {
  readonly items: readonly Session[];
  readonly nextCursor: string | null;
}

/** Which sessions are asked for. */
export interface Asked {
  readonly tab: Tab;
  readonly side: Side;
  readonly memberId: string;
  /** Part of what was booked or of the other one's name; empty for all. */
  readonly search: string;
  readonly cursor?: string;
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly fresh?: boolean;
}

const bookingStates = {
  upcoming: ["pending", "confirmed"],
  past: ["completed", "cancelled"],
} satisfies Record<Tab, Booking["state"][]>;

/** Loads a member's sessions with their orders: what is next first, what is past latest first. */
export async function loadSessions(
  client: Client,
  { tab, side, memberId, search, cursor }: Asked,
  options: CallOptions = {},
): Promise<Sessions> {
  const page = await client.scheduling.listBookings(
    {
      limit: 20,
      cursor,
      as: side || undefined,
      search: search || undefined,
      states: bookingStates[tab],
      sort: tab === "upcoming" ? "startsAt" : "-startsAt",
    },
    options,
  );
  const orderOf = await loadOrders(client, page.items, options);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((booking) => {
      const isHost = booking.hostId === memberId;
      return {
        booking,
        order: orderOf.get(booking.orderId ?? "") ?? null,
        isHost,
        other: isHost ? booking.clientName : booking.hostName,
      };
    }),
  };
}

/** The newest orders come at once; one placed long before its session is asked for by itself. */
async function loadOrders(
  { orders }: Client,
  bookings: readonly Booking[],
  options: CallOptions,
): Promise<ReadonlyMap<string, Order>> {
  const wanted = bookings.flatMap(({ orderId }) => orderId ?? []);
  if (wanted.length === 0) return new Map();
  const { items } = await orders.listOrders({ kind: "session", limit: 100 }, options);
  const known = new Map(items.map((order) => [order.id, order]));
  const missing = wanted.filter((id) => !known.has(id));
  for (const order of await Promise.all(missing.map((id) => orders.getOrder({ id }, options))))
    known.set(order.id, order);
  return known;
}

/** Whether the member can do something about the order of a session at a moment. */
export const can = ({ order }: Session, name: ActionName, now: number): boolean =>
  order !== null && isOffered(order, name, now);
