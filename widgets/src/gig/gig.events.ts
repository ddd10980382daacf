/** Somebody is about to order a package of a gig, with extras. Cancel it to stop, for example to order it on the page's own terms. */
export type BeforeGigOrderEvent = CustomEvent<{
  readonly gigId: string;
  readonly packageId: string;
  readonly extraIds: readonly string[];
}>;

/** Somebody chose a package of a gig and goes on to order it. */
export type GigChosenEvent = CustomEvent<{
  readonly gigId: string;
  readonly packageId: string;
  readonly extraIds: readonly string[];
  readonly totalMinor: number;
  readonly currency: string;
}>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-gig-order": BeforeGigOrderEvent;
    "tessera-gig-chosen": GigChosenEvent;
  }
}
