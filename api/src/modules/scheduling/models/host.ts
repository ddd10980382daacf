import { TenantModel } from "../../../platform/scope/model.ts";

/** A member who has a calendar; the id is the member's. */
export class Host extends TenantModel {
  static override tableName = "hosts";

  /** IANA zone the weekly hours are meant in. */
  declare timeZone: string;
  /** Whether the host takes new bookings. */
  declare isAccepting: boolean;
  /** Whether the site shows the host: approved and not hidden. Follows the profile. */
  declare isListed: boolean;
  /** Grows with every replacement of the weekly hours. */
  declare version: number;
}
