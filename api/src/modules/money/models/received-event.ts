import { type GatewayFact } from "../../../platform/providers/payments/port.ts";
import { TenantModel } from "../../../platform/scope/model.ts";

/** An event of a gateway that was verified and applied. */
export class ReceivedEvent extends TenantModel {
  static override tableName = "gateway_events";
  static override timestamps = false;

  declare gateway: string;
  declare connectionId: string;
  declare eventId: string;
  declare type: string;
  declare facts: readonly GatewayFact[];
  /** The gateway's id of a payment we do not know by that id yet. */
  declare waitsFor: string | null;
  declare receivedAt: Date;
}
