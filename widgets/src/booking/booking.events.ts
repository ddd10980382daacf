/** A time is about to be kept. Cancel it to stop, for example to ask for consent first. */
export type BeforeSlotHoldEvent = CustomEvent<{ readonly offerId: string; readonly startsAt: string }>;

/** A time is kept for the visitor until `expiresAt`. */
export type SlotHeldEvent = CustomEvent<{
  readonly holdId: string;
  readonly offerId: string;
  readonly startsAt: string;
  readonly expiresAt: string;
}>;

/** The order of the booking exists; it may still have to be paid. */
export type OrderPlacedEvent = CustomEvent<{
  readonly orderId: string;
  readonly totalMinor: number;
  readonly currency: string;
}>;

/** The session is agreed. */
export type BookingConfirmedEvent = CustomEvent<{
  readonly bookingId: string;
  readonly orderId: string;
  readonly startsAt: string;
}>;

/** The session is about to be called off. Cancel it to stop. */
export type BeforeBookingCancelEvent = CustomEvent<{ readonly bookingId: string; readonly orderId: string }>;

/** The session is called off; `refundMinor` goes back to the buyer. */
export type BookingCancelledEvent = CustomEvent<{
  readonly bookingId: string;
  readonly orderId: string;
  readonly refundMinor: number;
}>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-slot-hold": BeforeSlotHoldEvent;
    "tessera-slot-held": SlotHeldEvent;
    "tessera-order-placed": OrderPlacedEvent;
    "tessera-booking-confirmed": BookingConfirmedEvent;
    "tessera-before-booking-cancel": BeforeBookingCancelEvent;
    "tessera-booking-cancelled": BookingCancelledEvent;
  }
}
