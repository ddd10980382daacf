import { TenantModel } from "../../../platform/scope/model.ts";
import { type CancellationPolicy } from "../../scheduling/index.ts";

/** The two sides of an order; by law of its flow, and in its texts. */
export const sides = ["client", "provider"] as const;
export type Side = (typeof sides)[number];

/** What orders are for: a session at a time, or work that is delivered. */
export const orderKinds = ["session", "work"] as const;
export type OrderKind = (typeof orderKinds)[number];

/** What was agreed when an order was placed; the tenant's later changes do not touch it. */
export interface OrderTerms {
  /** Of sessions; work is called off by the rules of its flow alone. */
  readonly cancellation?: CancellationPolicy;
  /** The site's part of what the seller earns. */
  readonly feeBasisPoints: number;
}

/** One purchase. */
export class Order extends TenantModel {
  static override tableName = "orders";
  static override timestamps = false;

  /** For people to quote. */
  declare number: string;
  declare buyerId: string;
  declare sellerId: string;
  declare kind: OrderKind;
  /** Of a session; null for work. */
  declare bookingId: string | null;
  declare amountMinor: number;
  declare currency: string;
  declare terms: OrderTerms;
  /** The main state of its flow. */
  declare state: string;
  /** Steps taken. */
  declare version: number;
  /** What of the price went back to the buyer. */
  declare refundedMinor: number;
  /** Who has proposed a new time that waits for an answer. */
  declare proposedBy: Side | null;
  declare proposedStartsAt: Date | null;
  declare note: string | null;
  /** The campaign the buyer came from. */
  declare utm: Record<string, string> | null;
  /** The page it was placed on, which links in mails lead to. */
  declare pageUrl: string | null;
  declare placedAt: Date;
}

/** The booking of an order that is for a session. */
export function bookingOf({ id, bookingId }: Pick<Order, "id" | "bookingId">): string {
  if (bookingId === null) throw new Error(`the order ${id} is for no session`);
  return bookingId;
}
