/** The visitor is about to choose a session. Cancel it to stop. */
export type BeforeSpecimenChooseEvent = CustomEvent<{ readonly offerId: string }>;

/** The visitor chose a session. */
export type SpecimenChosenEvent = CustomEvent<{ readonly offerId: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-specimen-choose": BeforeSpecimenChooseEvent;
    "tessera-specimen-chosen": SpecimenChosenEvent;
  }
}
