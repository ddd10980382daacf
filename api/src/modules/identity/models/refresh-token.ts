import { TenantModel } from "../../../platform/scope/model.ts";

/** What is stored of a refresh token. All its times are security time. */
export class RefreshToken extends TenantModel {
  static override tableName = "refresh_tokens";
  static override timestamps = false;
  static override get idColumn() {
    return ["tenantId", "hash"];
  }

  declare hash: string;
  declare sessionId: string;
  declare issuedAt: Date;
  declare expiresAt: Date;
  declare usedAt: Date | null;
  /** The platform's key by which the next token followed from this one. */
  declare keyId: string | null;
}
