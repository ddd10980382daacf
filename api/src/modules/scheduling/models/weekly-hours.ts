import { TenantModel } from "../../../platform/scope/model.ts";
import { type PlainDate } from "../../../platform/time.ts";

/** Hours of a host that come back every week. Minutes count from midnight; an end past 1440 lies on the next date. */
export class WeeklyHours extends TenantModel {
  static override tableName = "weekly_hours";

  declare hostId: string;
  /** ISO: Monday 1 to Sunday 7. */
  declare weekday: number;
  declare startMinute: number;
  declare endMinute: number;
  declare validFrom: PlainDate | null;
  declare validUntil: PlainDate | null;
}
