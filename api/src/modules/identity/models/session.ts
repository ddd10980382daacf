import { type TokenAudience } from "../../../platform/access-tokens.ts";
import { TenantModel } from "../../../platform/scope/model.ts";

export type SessionEnd =
  | "signed_out"
  | "ended"
  | "password_changed"
  | "token_reused"
  | "taken_over"
  | "deactivated";

/** One sign-in on one device. All its times are security time. */
export class Session extends TenantModel {
  static override tableName = "sessions";
  static override timestamps = false;

  declare audience: TokenAudience;
  declare memberId: string | null;
  declare accountId: string | null;
  declare visitorId: string | null;
  declare origin: string | null;
  declare userAgent: string | null;
  declare ip: string | null;
  declare startedAt: Date;
  declare seenAt: Date;
  declare expiresAt: Date;
  declare endedAt: Date | null;
  declare endReason: SessionEnd | null;
}
