import { TenantModel } from "../../../platform/scope/model.ts";
import { type BookingState, type Party } from "../rules/booking-states.ts";

/** An agreed time; its id is that of the hold it came from. */
export class Booking extends TenantModel {
  static override tableName = "bookings";

  declare hostId: string;
  declare clientId: string;
  declare offerId: string;
  /** The order that alone may change it; null when nobody sold it. */
  declare governorOrderId: string | null;
  declare state: BookingState;
  declare title: string;
  declare minutes: number;
  declare amountMinor: number;
  declare currency: string;
  declare bufferBeforeMinutes: number;
  declare bufferAfterMinutes: number;
  declare startsAt: Date;
  declare endsAt: Date;
  /** The zone the host is in on that date. */
  declare hostZone: string;
  declare meetingLink: string | null;
  /** Until when the time is kept for an order that is not paid yet. */
  declare keepUntil: Date | null;
  declare paymentStartedAt: Date | null;
  /** When its time was given back unpaid; a late payment may take it again. */
  declare givenUpAt: Date | null;
  declare cancelledAt: Date | null;
  declare cancelledBy: Party | null;
  declare cancelReason: string | null;
  declare clientAbsentAt: Date | null;
  declare providerAbsentAt: Date | null;
  /** Raised with every change that calendars must learn of; their SEQUENCE. */
  declare version: number;
}
