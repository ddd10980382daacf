import { TenantModel } from "../../../platform/scope/model.ts";
import { type PlainDate } from "../../../platform/time.ts";
import { type Hours } from "../rules/availability.ts";

/** What one date of a host has instead of its weekly hours; no hours make it a day off. */
export class DateOverride extends TenantModel {
  static override tableName = "date_overrides";
  static override jsonAttributes = ["hours"];

  declare hostId: string;
  declare dateOn: PlainDate;
  declare hours: readonly Hours[];
}
