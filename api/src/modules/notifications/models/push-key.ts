import { TenantModel } from "../../../platform/scope/model.ts";

/** The keys by which a tenant's pushes are known (RFC 8292). */
export class PushKey extends TenantModel {
  static override tableName = "push_keys";
  static override get idColumn(): string[] {
    return ["tenantId"];
  }

  declare publicKey: string;
  declare privateKeySealed: string;
}
