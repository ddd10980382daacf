import { TenantModel } from "../../../platform/scope/model.ts";

/** What a provider told of a message and was applied. */
export class ProviderEvent extends TenantModel {
  static override tableName = "provider_events";
  static override timestamps = false;

  /** Wall clock. */
  declare receivedAt: Date;
}
