/** An order is about to be opened. Cancel it to stop, for example to show it on the page's own terms. */
export type BeforeOrderOpenEvent = CustomEvent<{ readonly orderId: string }>;

/** An order was opened, here or on the page it leads to. */
export type OrderOpenedEvent = CustomEvent<{ readonly orderId: string }>;

/** An order is about to be called off. Cancel it to stop. */
export type BeforeOrderCancelEvent = CustomEvent<{ readonly orderId: string }>;

/** The member did something about an order, such as `deliver` or `accept`, and it stands there now. */
export type OrderChangedEvent = CustomEvent<{
  readonly orderId: string;
  readonly action: string;
  readonly state: string;
}>;

/** The member reviewed the other side of an order. */
export type OrderReviewedEvent = CustomEvent<{ readonly orderId: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-order-open": BeforeOrderOpenEvent;
    "tessera-order-opened": OrderOpenedEvent;
    "tessera-before-order-cancel": BeforeOrderCancelEvent;
    "tessera-order-changed": OrderChangedEvent;
    "tessera-order-reviewed": OrderReviewedEvent;
  }
}
