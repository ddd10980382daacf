import { derivedId } from "../../../platform/ids.ts";

/** A place where value is. The transfer that names it adds the unit: one member has one wallet per currency. */
export interface Account {
  readonly kind: string;
  /** The order, member or gateway it belongs to; empty for the site itself. */
  readonly owner: string;
}

// Guarded: these can only spend what they hold, reserved amounts counted as spent.

/** What the buyer paid and nobody has earned yet. */
export const escrow = (orderId: string): Account => ({ kind: "escrow", owner: orderId });

/** Earned and still inside the time in which it can be disputed. */
export const earnings = (memberId: string): Account => ({ kind: "earnings", owner: memberId });

/** Earned for good: what a member can be paid out. */
export const available = (memberId: string): Account => ({ kind: "available", owner: memberId });

/** What a member can spend on the site: credits of a unit, or a prepaid balance. */
export const wallet = (memberId: string): Account => ({ kind: "wallet", owner: memberId });

/** What left the site for its members by one way of paying them. What the bank returns comes out of it again. */
export const paidOut = (way: string): Account => ({ kind: "paid_out", owner: way });

// Unguarded: they mirror the outside world or belong to the site, and many orders touch them at once.

/** What a gateway holds for the site; its balance is a debit. */
export const gateway = (name: string): Account => ({ kind: "gateway", owner: name });

/** Between a gateway and the orders: paid and not yet assigned, or refunded and not yet sent. Zero when all is settled. */
export const clearing = (gatewayName: string): Account => ({ kind: "clearing", owner: gatewayName });

/** What the site earned. */
export const fees: Account = { kind: "fees", owner: "" };

/** What the site paid back from its own pocket. */
export const goodwill: Account = { kind: "goodwill", owner: "" };

/** Where credits of a unit come from; what is in circulation is its debit. */
export const issued: Account = { kind: "issued", owner: "" };

/** The account's id: the same for the same kind, owner and unit. */
export const accountId = ({ kind, owner }: Account, unit: string): string =>
  derivedId("ledger", kind, owner, unit);
