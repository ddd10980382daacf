import { TenantModel } from "../../../platform/scope/model.ts";

/** A code that gives members credits, in a period and so many times. */
export class CreditCampaign extends TenantModel {
  static override tableName = "credit_campaigns";

  /** In capitals. */
  declare code: string;
  declare name: string;
  declare credits: number;
  declare startsAt: Date;
  declare endsAt: Date;
  /** Null for any number of members. */
  declare cap: number | null;
  declare audience: "everyone" | "newcomers";
  declare used: number;
  /** When the team ended it before its time. */
  declare endedAt: Date | null;
}
