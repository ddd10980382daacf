import { TenantModel } from "../../../platform/scope/model.ts";

export type DeliveryState = "pending" | "delivered" | "failed" | "cancelled";

/** One event on its way to one endpoint. */
export class WebhookDelivery extends TenantModel {
  static override tableName = "webhook_deliveries";

  declare endpointId: string;
  declare eventId: string;
  declare eventName: string;
  declare fact: unknown;
  declare happenedAt: Date;
  /** The body as first presented; null before the first attempt. */
  declare bodySealed: string | null;
  declare state: DeliveryState;
  declare attempts: number;
  declare nextAttemptAt: Date | null;
}
