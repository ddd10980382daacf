/** Somebody's profile is about to be opened. Cancel it to stop, for example to show the person on the page's own terms. */
export type BeforePersonOpenEvent = CustomEvent<{ readonly personId: string }>;

/** Somebody's profile was opened, here or on the page it leads to. */
export type PersonOpenedEvent = CustomEvent<{ readonly personId: string }>;

/** Booking a session with somebody is about to begin. Cancel it to stop. */
export type BeforeBookingOpenEvent = CustomEvent<{ readonly personId: string }>;

/** Booking a session with somebody began, here or on the page it leads to. */
export type BookingOpenedEvent = CustomEvent<{ readonly personId: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-person-open": BeforePersonOpenEvent;
    "tessera-person-opened": PersonOpenedEvent;
    "tessera-before-booking-open": BeforeBookingOpenEvent;
    "tessera-booking-opened": BookingOpenedEvent;
  }
}
