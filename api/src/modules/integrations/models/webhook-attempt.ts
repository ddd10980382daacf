import { TenantModel } from "../../../platform/scope/model.ts";

/** One try to deliver. */
export class WebhookAttempt extends TenantModel {
  static override tableName = "webhook_attempts";
  static override timestamps = false;

  declare deliveryId: string;
  declare number: number;
  /** HTTP status; null when no answer came. */
  declare status: number | null;
  declare failure: string | null;
  declare milliseconds: number;
  declare response: string;
  declare at: Date;
}
