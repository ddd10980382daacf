import { TenantModel } from "../../../platform/scope/model.ts";
import { type Digest } from "../rules/delivery-time.ts";

/** When a member wants news, and the number for text messages, which they have shown to be theirs. */
export class NotificationRhythm extends TenantModel {
  static override tableName = "notification_rhythms";
  static override get idColumn(): string[] {
    return ["tenantId", "memberId"];
  }

  declare memberId: string;
  declare digest: Digest;
  /** Minutes after midnight; null without quiet hours, as `quietUntil`. */
  declare quietFrom: number | null;
  declare quietUntil: number | null;
  declare phone: string | null;
  /** When that was; null without a number. */
  declare phoneVerifiedAt: Date | null;
}
