/** The packages of a gig, from the smallest to the largest; one of each. */
export const tiers = ["basic", "standard", "premium"] as const;
export type Tier = (typeof tiers)[number];

interface Sold {
  readonly tier: Tier;
  readonly amountMinor: number;
  readonly deliveryDays: number;
}

/** What buyers may wonder at in a gig's packages; it can be published all the same. */
export type Warning = "prices_not_rising" | "standard_missing";

/** A gig's packages, the smallest first. */
export const inOrder = <Package extends Sold>(packages: readonly Package[]): Package[] =>
  packages.toSorted((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));

/** What buyers may wonder at: a larger package that costs no more than a smaller one, and a gap between the smallest and the largest. */
export function warningsOf(packages: readonly Sold[]): Warning[] {
  const sold = inOrder(packages);
  const isRising = sold.every(
    ({ amountMinor }, at) => at === 0 || amountMinor > (sold[at - 1]?.amountMinor ?? 0),
  );
  const has = (tier: Tier) => sold.some((each) => each.tier === tier);
  return [
    ...(isRising ? [] : (["prices_not_rising"] as const)),
    ...(has("basic") && has("premium") && !has("standard") ? (["standard_missing"] as const) : []),
  ];
}

/** The lowest price among packages; null without one. */
export const lowestPrice = (packages: readonly Sold[]): number | null =>
  packages.length === 0 ? null : Math.min(...packages.map(({ amountMinor }) => amountMinor));
