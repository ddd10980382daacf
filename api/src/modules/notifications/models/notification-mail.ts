import { TenantModel } from "../../../platform/scope/model.ts";

/** How a mail may stand. Dropped ones were no longer true when their turn came. */
export const mailStates = ["queued", "sent", "dropped", "failed"] as const;
export type MailState = (typeof mailStates)[number];

/** A mail to a member and how it fared. What it says is written when it is sent. */
export class NotificationMail extends TenantModel {
  static override tableName = "notification_mails";
  static override timestamps = false;

  declare memberId: string;
  /** The notice it is one of. */
  declare name: string;
  /** The event it comes from. */
  declare fact: object;
  declare state: MailState;
  declare attempts: number;
  /** What went wrong the last time, in the words of the mail server. */
  declare error: string | null;
  declare queuedAt: Date;
  declare endedAt: Date | null;
}
