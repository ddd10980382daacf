import { TenantModel } from "../../../platform/scope/model.ts";

/** One movement of value, recorded for ever. */
export class LedgerTransfer extends TenantModel {
  static override tableName = "ledger_transfers";
  static override timestamps = false;

  declare debitAccountId: string;
  declare creditAccountId: string;
  declare unit: string;
  declare amount: number;
  declare state: "posted" | "pending" | "voided";
  /** The pending transfer this one resolves. */
  declare pendingId: string | null;
  /** The posted transfer this one takes back. */
  declare reversesId: string | null;
  /** The one lot it takes from. */
  declare lotId: string | null;
  /** Until when what it brings to a wallet can be spent; null for ever. */
  declare lotExpiresAt: Date | null;
  declare cause: string;
  declare orderId: string | null;
  declare paymentId: string | null;
  declare happenedAt: Date;
  /** Number of the database transaction that recorded it: a rough order in time. */
  declare recordedIn: number;
}
