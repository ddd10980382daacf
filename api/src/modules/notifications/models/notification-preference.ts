import { TenantModel } from "../../../platform/scope/model.ts";
import { type Category, type Channel } from "../rules/categories.ts";

/** What a member chose for one kind of news on one channel; without a row it is on. */
export class NotificationPreference extends TenantModel {
  static override tableName = "notification_preferences";
  static override get idColumn(): string[] {
    return ["tenantId", "memberId", "category", "channel"];
  }

  declare memberId: string;
  declare category: Category;
  declare channel: Channel;
  declare isOn: boolean;
}
