import { TenantModel } from "../../../platform/scope/model.ts";
import { type PayoutState, type PayoutWay } from "../payouts/payout-states.ts";

/** What a member asked to be paid. Where it stands is decided by its flow, where its money is by the ledger. */
export class Payout extends TenantModel {
  static override tableName = "payouts";

  /** For people and bank statements. */
  declare reference: string;
  declare memberId: string;
  declare accountId: string;
  declare way: PayoutWay;
  declare amountMinor: number;
  declare currency: string;
  /** The state of its flow. */
  declare state: PayoutState;
  /** Steps its flow has taken. */
  declare version: number;
  /** Why it was rejected, failed or came back, as the team tells the member. */
  declare reason: string | null;
  /** Null until the gateway has taken it, and for a bank account. */
  declare gatewayPayoutId: string | null;
  /** What the gateway said against it, for the team. */
  declare gatewayNote: string | null;
  declare decidedAt: Date | null;
  declare sentAt: Date | null;
  declare endedAt: Date | null;
}
