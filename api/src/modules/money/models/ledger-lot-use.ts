import { TenantModel } from "../../../platform/scope/model.ts";

/** What a transfer out of a wallet took of one lot. Its rows have no id of their own. */
export class LedgerLotUse extends TenantModel {
  static override tableName = "ledger_lot_uses";
  static override timestamps = false;

  declare transferId: string;
  declare lotId: string;
  declare amount: number;
  /** What of it came back to the lot since. */
  declare returned: number;
}
