import { TenantModel } from "../../../platform/scope/model.ts";
import { type PlainDate } from "../../../platform/time.ts";

/** A time in which a host lives by the clock of another zone; without a last date it goes on. */
export class HostStay extends TenantModel {
  static override tableName = "host_stays";

  declare hostId: string;
  declare timeZone: string;
  declare fromOn: PlainDate;
  declare untilOn: PlainDate | null;
}
