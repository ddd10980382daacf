import { TenantModel } from "../../../platform/scope/model.ts";

/** What one account holds at the moment; a view. */
export class LedgerBalance extends TenantModel {
  static override tableName = "ledger_balances";
  static override timestamps = false;

  declare kind: string;
  declare owner: string;
  declare unit: string;
  declare isGuarded: boolean;
  declare debitsPosted: number;
  declare creditsPosted: number;
  declare debitsPending: number;
  declare creditsPending: number;
}
