import { TenantModel } from "../../../platform/scope/model.ts";
import { type PayoutWay } from "../payouts/payout-states.ts";

/** Where a member is paid. Its numbers never change: another account is another row. */
export class PayoutAccount extends TenantModel {
  static override tableName = "payout_accounts";

  declare memberId: string;
  declare way: PayoutWay;
  /** ISO 3166. */
  declare country: string;
  /** How it is shown: the end of its number. */
  declare label: string;
  /** Of a bank account; see `BankDetails`. */
  declare detailsSealed: string | null;
  /** The site's account at the gateway that pays to it. */
  declare connectionId: string | null;
  /** Null while the gateway was asked to open it and has not answered. */
  declare gatewayAccountId: string | null;
  /** Whether it can be paid to. */
  declare isReady: boolean;
  declare removedAt: Date | null;
}
