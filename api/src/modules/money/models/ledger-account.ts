import { TenantModel } from "../../../platform/scope/model.ts";

/** A place where value is, with its owner and unit. */
export class LedgerAccount extends TenantModel {
  static override tableName = "ledger_accounts";
  static override timestamps = false;

  declare kind: string;
  declare owner: string;
  declare unit: string;
}
