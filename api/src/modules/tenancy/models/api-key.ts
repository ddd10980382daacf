import { TenantModel } from "../../../platform/scope/model.ts";

export type KeyKind = "publishable" | "secret";

/** A key of a site. Its times, but for the row's own, are security time. */
export class ApiKey extends TenantModel {
  static override tableName = "api_keys";

  declare kind: KeyKind;
  declare name: string;
  declare hash: string;
  declare hint: string;
  /** The key itself, when it is publishable. */
  declare token: string | null;
  declare signingId: string | null;
  declare sealedSigningKey: string | null;
  /** What a secret key may do: permissions, or `*` for everything. */
  declare scopes: string[];
  declare createdBy: string;
  declare lastUsedAt: Date | null;
  declare expiresAt: Date | null;
  declare revokedAt: Date | null;
  declare replacedBy: string | null;
}
