/** The visitor is about to leave for the pay page. Cancel it to stop. */
export type BeforeOrderPayEvent = CustomEvent<{ readonly orderId: string }>;

/** The order is paid, or costs nothing and is agreed. */
export type OrderPaidEvent = CustomEvent<{ readonly orderId: string; readonly bookingId: string | null }>;

/** The order was not paid in time; what it kept is free again. */
export type OrderExpiredEvent = CustomEvent<{ readonly orderId: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-order-pay": BeforeOrderPayEvent;
    "tessera-order-paid": OrderPaidEvent;
    "tessera-order-expired": OrderExpiredEvent;
  }
}
