/** One side answered a proposal of a new time; the session is at `startsAt` now. */
export type BookingMovedEvent = CustomEvent<{
  readonly bookingId: string;
  readonly orderId: string;
  readonly startsAt: string;
}>;

declare global {
  interface HTMLElementEventMap {
    "tessera-booking-moved": BookingMovedEvent;
  }
}
