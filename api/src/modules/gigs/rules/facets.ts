import { type Placed } from "./category-tree.ts";

/** Within how many days a buyer may want to have what they order. */
const deliverySteps = [1, 3, 7, 14, 30] as const;

/** From how many stars on a buyer may want a seller. */
const ratingSteps = [3, 3.5, 4, 4.5] as const;

/** The steps within which a gig is delivered, as they are counted. */
export const deliveryStepsOf = (days: number): string[] =>
  deliverySteps.filter((step) => days <= step).map(String);

/** The steps a rating reaches, as they are counted; none without a rating. */
export const ratingStepsOf = (rating: number | null): string[] =>
  ratingSteps.filter((step) => rating !== null && rating >= step).map(String);

/**
 * How many things there are in each category and all below it, of how many there are in each alone. Those of categories that are not
 * in the tree count nowhere; a category with none is left out. `tree` has every parent before its children.
 */
export function countedBranches<Category extends Placed>(
  tree: readonly Category[],
  own: ReadonlyMap<string, number>,
): { readonly category: Category; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { id, parentId } of tree.toReversed()) {
    const count = (counts.get(id) ?? 0) + (own.get(id) ?? 0);
    counts.set(id, count);
    if (parentId !== null) counts.set(parentId, (counts.get(parentId) ?? 0) + count);
  }
  return tree.flatMap((category) => {
    const count = counts.get(category.id) ?? 0;
    return count === 0 ? [] : [{ category, count }];
  });
}
