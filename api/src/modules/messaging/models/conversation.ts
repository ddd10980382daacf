import { TenantModel } from "../../../platform/scope/model.ts";

/** `direct` is of two people, `group` of several under a title, `subject` of those who have to do with one thing, such as an order. */
export type ConversationKind = "direct" | "group" | "subject";

/** People who write to each other. Its row is locked while a message in it is sent or changed, so both are numbered in their order. */
export class Conversation extends TenantModel {
  static override tableName = "conversations";

  declare kind: ConversationKind;
  /** The two people of a direct conversation, in the order of their ids. */
  declare lowId: string | null;
  declare highId: string | null;
  /** What it is about; null for conversations about nothing in particular. */
  declare subjectKind: string | null;
  declare subjectId: string | null;
  declare title: string | null;
  /** Since when the site's team keeps the title from sight; null when it does not. */
  declare titleHiddenAt: Date | null;
  /** Who may rename a group and say who is in it. */
  declare keeperId: string | null;
  /** The number of the last message; 0 before the first. */
  declare lastSeq: number;
  /** The number of the last change: a message sent, edited or deleted. */
  declare lastChange: number;
  declare lastActiveAt: Date;
}
