import { TenantModel } from "../../../platform/scope/model.ts";
import { type PlainDate } from "../../../platform/time.ts";

/** A holiday of the whole site: every host is closed on these dates, both ends included. */
export class Closure extends TenantModel {
  static override tableName = "closures";

  declare name: string;
  declare fromOn: PlainDate;
  declare untilOn: PlainDate;
}
