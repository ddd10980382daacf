import { TenantModel } from "../../../platform/scope/model.ts";
import { type SendingChannelName } from "../rules/categories.ts";

/** How a delivery may stand; see the column's comment. */
export const deliveryStates = [
  "waiting",
  "queued",
  "sent",
  "dropped",
  "bundled",
  "suppressed",
  "failed",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** A mail, push or text message to a member, or a post to the team's chat, and how it fared. What it says is written when it is sent. */
export class NotificationDelivery extends TenantModel {
  static override tableName = "notification_deliveries";
  static override timestamps = false;

  declare channel: SendingChannelName;
  /** Null for the team's chat. */
  declare memberId: string | null;
  /** The push subscription or the chat connection it goes to. */
  declare targetId: string | null;
  /** The notice it is one of. */
  declare name: string;
  /** The event it comes from. */
  declare fact: object;
  declare state: DeliveryState;
  declare attempts: number;
  /** What went wrong the last time, in the words of the provider. */
  declare error: string | null;
  declare queuedAt: Date;
  /** When it stops waiting. */
  declare dueAt: Date | null;
  /** Whether it waits to be one of a digest. */
  declare isForDigest: boolean;
  /** The delivery it was bundled into. */
  declare digestId: string | null;
  declare endedAt: Date | null;
}
