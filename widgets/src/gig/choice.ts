import { type Gig } from "../parts/gig/gig-names.ts";

/** One of the ways in which a gig is sold. */
export type Package = Gig["packages"][number];

/** What somebody chose of a gig so far. */
export interface Choice {
  readonly package: Package;
  readonly extraIds: readonly string[];
}

/** What a choice costs in minor units, and within how many days it is delivered. */
export function sumOf({ extras }: Pick<Gig, "extras">, choice: Choice): { totalMinor: number; days: number } {
  const chosen = extras.filter(({ id }) => choice.extraIds.includes(id));
  return {
    totalMinor: chosen.reduce((sum, { price }) => sum + price.amountMinor, choice.package.price.amountMinor),
    days: chosen.reduce((sum, { addedDays }) => sum + addedDays, choice.package.deliveryDays),
  };
}

/** Everything any of the packages comes with, in the order in which buyers meet it. */
export const featuresOf = (packages: readonly Package[]): readonly string[] => [
  ...new Set(packages.flatMap(({ features }) => features)),
];
