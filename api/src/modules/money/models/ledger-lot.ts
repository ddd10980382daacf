import { TenantModel } from "../../../platform/scope/model.ts";

/** What came into a wallet at once; its id is that of the transfer that brought it. */
export class LedgerLot extends TenantModel {
  static override tableName = "ledger_lots";
  static override timestamps = false;

  declare accountId: string;
  declare amount: number;
  /** Neither spent nor reserved. */
  declare remaining: number;
  declare openedAt: Date;
  /** Null when it never expires. */
  declare expiresAt: Date | null;
}
