import { TenantModel } from "../../../platform/scope/model.ts";
import { type BookingLimits } from "../rules/booking-limits.ts";
import { type Horizon } from "../rules/horizon.ts";

/** A session a host sells or gives. */
export class SessionOffer extends TenantModel {
  static override tableName = "session_offers";
  static override jsonAttributes = ["horizon", "limits"];

  declare hostId: string;
  declare title: string;
  declare description: string;
  declare minutes: number;
  /** 0 is free. */
  declare amountMinor: number;
  declare currency: string;
  declare bufferBeforeMinutes: number;
  declare bufferAfterMinutes: number;
  /** From one start to the next on the grid that begins where the hours begin; the length when null. */
  declare stepMinutes: number | null;
  declare noticeMinutes: number;
  /** How far ahead it can be booked; null is as far as anybody likes. */
  declare horizon: Horizon | null;
  declare limits: BookingLimits;
  declare isActive: boolean;
  /** Since when the site's team keeps it from sight; null when it does not. */
  declare hiddenAt: Date | null;
  declare version: number;
}
