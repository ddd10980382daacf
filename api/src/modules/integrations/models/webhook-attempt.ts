import { TenantModel } from "../../../platform/scope/model.ts";

/** Why an attempt got no answer. */
export const attemptFailures = ["refused", "timeout", "unreachable"] as const;

/** One try to deliver. */
export class WebhookAttempt extends TenantModel {
  static override tableName = "webhook_attempts";
  static override timestamps = false;

  declare deliveryId: string;
  declare number: number;
  /** HTTP status; null when no answer came. */
  declare status: number | null;
  declare failure: (typeof attemptFailures)[number] | null;
  declare milliseconds: number;
  declare response: string;
  declare at: Date;
}
