import { z } from "zod";
import { announce } from "../../platform/outbox/announce.ts";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { type Order, orderKinds, sides } from "./models/order.ts";
import { orderView, presentOrderById } from "./present.ts";

/** What the sides of an order for work are reminded of. */
export const reminders = ["answers", "due_soon", "late", "acceptance"] as const;
export type Reminder = (typeof reminders)[number];

const orderFact = z.strictObject({
  orderId: z.uuid(),
  kind: z.enum(orderKinds),
  /** Of a session; null for work. */
  bookingId: z.uuid().nullable(),
  buyerId: z.uuid(),
  sellerId: z.uuid(),
  state: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  /** What of the amount went back so far. */
  refundedMinor: z.int(),
  /** Steps taken; tells which of two facts is newer. */
  version: z.int(),
});

type OrderFact = z.infer<typeof orderFact>;

const side = z.enum(sides);
const moveProposedFact = orderFact.extend({ by: side, startsAt: z.iso.datetime() });
const moveAnsweredFact = orderFact.extend({ isAccepted: z.boolean() });
const absenceFact = orderFact.extend({ absent: side });
const disputeFact = orderFact.extend({ disputeId: z.uuid() });
const cancelProposedFact = orderFact.extend({ by: side, refundShare: z.int() });
const cancelDroppedFact = orderFact.extend({ by: side });
const remindedFact = orderFact.extend({ about: z.enum(reminders) });

declare global {
  interface DomainEvents {
    "order.placed": OrderFact;
    /** Paid, or free: the session takes place, the work begins. */
    "order.confirmed": OrderFact;
    /** Not paid in time. */
    "order.expired": OrderFact;
    "order.cancelled": OrderFact;
    /** The session has taken place; its money still waits. */
    "order.completed": OrderFact;
    /** One side was called absent. */
    "order.absence_marked": z.infer<typeof absenceFact>;
    /** The money has gone where it belongs. */
    "order.settled": OrderFact;
    /** Part of the price goes back, and the order goes on. */
    "order.refunded": OrderFact;
    /** A new time waits for the other side's answer. */
    "order.move_proposed": z.infer<typeof moveProposedFact>;
    /** The proposed time was agreed, declined, taken back or has lapsed. */
    "order.move_answered": z.infer<typeof moveAnsweredFact>;
    "order.dispute_opened": z.infer<typeof disputeFact>;
    /** The other side said what it has to say. */
    "order.dispute_answered": z.infer<typeof disputeFact>;
    "order.dispute_closed": z.infer<typeof disputeFact>;
    /** The buyer has answered what the seller asked. */
    "order.answers_sent": OrderFact;
    /** Work was delivered, for the first time or changed. */
    "order.delivered": OrderFact;
    /** The buyer wants something changed in what was delivered. */
    "order.revision_asked": OrderFact;
    /** One side proposes to call work off, and what goes back. */
    "order.cancel_proposed": z.infer<typeof cancelProposedFact>;
    /** That side's proposal was declined or taken back, or has lapsed. */
    "order.cancel_dropped": z.infer<typeof cancelDroppedFact>;
    /** Something of an order for work is due soon, or late. */
    "order.reminded": z.infer<typeof remindedFact>;
  }
}

/** Events that say nothing but where the order now stands. */
export type PlainOrderEvent =
  | "order.placed"
  | "order.confirmed"
  | "order.expired"
  | "order.cancelled"
  | "order.completed"
  | "order.settled"
  | "order.refunded"
  | "order.answers_sent"
  | "order.delivered"
  | "order.revision_asked";

/** What is told of an order. */
export const orderFactOf = (order: Order): OrderFact => ({
  orderId: order.id,
  kind: order.kind,
  bookingId: order.bookingId,
  buyerId: order.buyerId,
  sellerId: order.sellerId,
  state: order.state,
  amountMinor: order.amountMinor,
  currency: order.currency,
  refundedMinor: order.refundedMinor,
  version: order.version,
});

/** Tells where an order now stands. */
export const announceOrder = (scope: Scope, event: PlainOrderEvent, order: Order): Promise<void> =>
  announce(scope, event, orderFactOf(order));

const order = {
  view: orderView,
  present: (scope: Scope, { orderId }: OrderFact) => presentOrderById(scope, orderId),
};

const aboutOrder = (fact: z.ZodType = orderFact): EventDefinition => ({
  fact,
  recipients: ({ buyerId, sellerId }: OrderFact) => [buyerId, sellerId],
  frame: order,
  webhook: order,
});

export const orderEvents: Readonly<Record<string, EventDefinition>> = {
  "order.placed": aboutOrder(),
  "order.confirmed": aboutOrder(),
  "order.expired": aboutOrder(),
  "order.cancelled": aboutOrder(),
  "order.completed": aboutOrder(),
  "order.absence_marked": aboutOrder(absenceFact),
  "order.settled": aboutOrder(),
  "order.refunded": aboutOrder(),
  "order.move_proposed": aboutOrder(moveProposedFact),
  "order.move_answered": aboutOrder(moveAnsweredFact),
  "order.dispute_opened": aboutOrder(disputeFact),
  "order.dispute_answered": aboutOrder(disputeFact),
  "order.dispute_closed": aboutOrder(disputeFact),
  "order.answers_sent": aboutOrder(),
  "order.delivered": aboutOrder(),
  "order.revision_asked": aboutOrder(),
  "order.cancel_proposed": aboutOrder(cancelProposedFact),
  "order.cancel_dropped": aboutOrder(cancelDroppedFact),
  "order.reminded": aboutOrder(remindedFact),
};
