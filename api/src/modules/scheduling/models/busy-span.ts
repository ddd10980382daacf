import { TenantModel } from "../../../platform/scope/model.ts";

export type BusyState = "held" | "pending" | "confirmed";

/** Time of a host or room that is taken, buffers included. Spans of one resource never overlap: the table refuses it. */
export class BusySpan extends TenantModel {
  static override tableName = "busy_spans";
  static override get idColumn(): string[] {
    return ["tenantId", "bookingId", "resourceId"];
  }

  declare resourceId: string;
  declare bookingId: string;
  declare busyFrom: Date;
  declare busyUntil: Date;
  declare state: BusyState;
}
