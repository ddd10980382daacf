import { TenantModel } from "../../../platform/scope/model.ts";
import { type Category } from "../rules/categories.ts";

/** News for a member as their page shows it. Its id follows from the news and the reader. */
export class Notification extends TenantModel {
  static override tableName = "notifications";
  static override timestamps = false;

  declare memberId: string;
  /** The notice it is one of. */
  declare name: string;
  declare category: Category;
  declare title: string;
  declare body: string;
  /** What it is about, such as a booking, for the page to open. */
  declare aboutKind: string;
  declare aboutId: string;
  declare readAt: Date | null;
  declare createdAt: Date;
}
