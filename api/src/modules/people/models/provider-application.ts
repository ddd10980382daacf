import { TenantModel } from "../../../platform/scope/model.ts";
import { type ApplicationState } from "../rules/application-states.ts";

/** Somebody asks to offer services in a role. */
export class ProviderApplication extends TenantModel {
  static override tableName = "provider_applications";

  declare memberId: string;
  declare role: string;
  declare state: ApplicationState;
  /** What the person wrote. */
  declare note: string;
  /** Why it was rejected, for the person to read; null otherwise. */
  declare reason: string | null;
  declare decidedAt: Date | null;
}
