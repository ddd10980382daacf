import { TenantModel } from "../../../platform/scope/model.ts";

/** Why an endpoint gets nothing any more: by hand, because it answered 410, or because it failed for days. */
export type DisabledBecause = "staff" | "gone" | "failing";

/** Where a tenant's server receives events. */
export class WebhookEndpoint extends TenantModel {
  static override tableName = "webhook_endpoints";

  declare url: string;
  declare description: string;
  /** Names of events, or `*` for all. */
  declare eventNames: string[];
  declare secretSealed: string;
  declare previousSecretSealed: string | null;
  declare previousSecretUntil: Date | null;
  declare state: "active" | "disabled";
  declare disabledBecause: DisabledBecause | null;
  declare failingSince: Date | null;
}
