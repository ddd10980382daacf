/** What becomes of a payment with a test card. */
export type CardOutcome = "paid" | "declined" | "confirmation" | "late" | "disputed" | "refund_fails";

/** A test card: its number means nothing to any bank. */
export interface TestCard {
  readonly number: string;
  readonly outcome: CardOutcome;
}

/** The cards the pay page offers. There is no field for another number, so no real card can be entered. */
export const testCards: readonly TestCard[] = [
  { number: "4242 4242 4242 4242", outcome: "paid" },
  { number: "4000 0000 0000 0002", outcome: "declined" },
  { number: "4000 0000 0000 3220", outcome: "confirmation" },
  { number: "4000 0000 0000 0077", outcome: "late" },
  { number: "4000 0000 0000 0259", outcome: "disputed" },
  { number: "4000 0000 0000 5126", outcome: "refund_fails" },
];

/** How the gateway sends the events of one checkout. */
export const deliveries = ["prompt", "late", "twice", "shuffled"] as const;

export type Delivery = (typeof deliveries)[number];

/** The outcome of a card, or null when there is no such card. */
export const outcomeOf = (name: string): CardOutcome | null =>
  testCards.find(({ outcome }) => outcome === name)?.outcome ?? null;
