import { holding } from "../../../platform/providers/search/phrases.ts";
import { type CategoryNames } from "../models/gig-category.ts";

interface Named {
  readonly names: CategoryNames;
  readonly gigs: number;
}

/** The categories of which a name in any language has all words that were typed, the last maybe unfinished; those with more gigs first. */
export const categoriesNamed = <Category extends Named>(
  text: string,
  categories: readonly Category[],
): Category[] => {
  const isMeant = holding(text);
  return categories
    .filter(({ names }) =>
      [names.en, names["zh-CN"], names.ar].some((name) => name !== undefined && isMeant(name)),
    )
    .toSorted((a, b) => b.gigs - a.gigs);
};
