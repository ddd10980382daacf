import { TenantModel } from "../../../platform/scope/model.ts";
import { type MarketplaceRole } from "../rules/roles.ts";

export type MemberStatus = "active" | "suspended" | "deactivated" | "banned";

/** A person known to one site. */
export class Member extends TenantModel {
  static override tableName = "members";

  /** The person's id at the tenant's own server. */
  declare externalId: string | null;
  declare email: string;
  declare emailVerifiedAt: Date | null;
  declare name: string;
  declare roles: MarketplaceRole[];
  /** Those of the roles that no member token takes away; see `MemberRoles`. */
  declare grantedRoles: MarketplaceRole[];
  /** Roles the person asked for and has once the team approves; none of those they have. */
  declare pendingRoles: MarketplaceRole[];
  declare locale: string | null;
  declare timeZone: string | null;
  declare preferences: Record<string, string | number | boolean | null>;
  declare status: MemberStatus;
  /** When a suspended member may sign in again. */
  declare suspendedUntil: Date | null;
  /** Raised to end every access token at once. */
  declare version: number;
  declare erasedAt: Date | null;
}
