/** A gig is about to be opened. Cancel it to stop, for example to show it on the page's own terms. */
export type BeforeGigOpenEvent = CustomEvent<{ readonly gigId: string }>;

/** A gig was opened, here or on the page it leads to. */
export type GigOpenedEvent = CustomEvent<{ readonly gigId: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-gig-open": BeforeGigOpenEvent;
    "tessera-gig-opened": GigOpenedEvent;
  }
}
