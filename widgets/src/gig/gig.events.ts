/** What somebody chose of a gig: one of its packages and extras to it. */
interface GigChoice {
  readonly gigId: string;
  readonly packageId: string;
  readonly extraIds: readonly string[];
}

/** Somebody is about to order a gig. Cancel it to stop, for example to order it on the page's own terms. */
export type BeforeGigOrderEvent = CustomEvent<GigChoice>;

/** Somebody chose a package of a gig and goes on to order it. */
export type GigChosenEvent = CustomEvent<
  GigChoice & { readonly totalMinor: number; readonly currency: string }
>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-gig-order": BeforeGigOrderEvent;
    "tessera-gig-chosen": GigChosenEvent;
  }
}
