/** The member is about to leave for the pay page of a package. Cancel it to stop. */
export type BeforeCreditsBuyEvent = CustomEvent<{ readonly packageId: string }>;

/** The member redeemed a code: a campaign's brought credits at once, another member's says who brought them. */
export type CodeRedeemedEvent = CustomEvent<{
  readonly kind: "campaign" | "referral";
  readonly credits: number;
}>;

declare global {
  interface HTMLElementEventMap {
    "tessera-before-credits-buy": BeforeCreditsBuyEvent;
    "tessera-code-redeemed": CodeRedeemedEvent;
  }
}
