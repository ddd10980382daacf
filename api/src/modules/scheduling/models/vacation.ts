import { TenantModel } from "../../../platform/scope/model.ts";
import { type PlainDate } from "../../../platform/time.ts";

/** Dates of a host's own calendar without slots, both ends included. */
export class Vacation extends TenantModel {
  static override tableName = "vacations";

  declare hostId: string;
  declare fromOn: PlainDate;
  declare untilOn: PlainDate;
}
