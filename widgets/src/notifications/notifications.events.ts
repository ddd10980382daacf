interface NotificationDetail {
  readonly notificationId: string;
  /** What the news is about, such as `booking`, and its id. */
  readonly about: { readonly kind: string; readonly id: string };
}

/** A piece of news is about to be opened. Cancel it to stop, for example to show what it is about on the page's own terms. */
export type BeforeNotificationOpenEvent = CustomEvent<NotificationDetail>;

/** A piece of news was opened, and counts as read. */
export type NotificationOpenedEvent = CustomEvent<NotificationDetail>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-notification-open": BeforeNotificationOpenEvent;
    "tessera-notification-opened": NotificationOpenedEvent;
  }
}
