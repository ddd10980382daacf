/** How deep a tree of categories goes. */
export const deepest = 4;

/** The most categories a site has. */
export const mostCategories = 500;

/** A place in a tree, as far as its rules are concerned. */
export interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
}

/** A category and everything below it, in no order; empty for an id that is not among them. */
export function subtreeOf<Category extends Placed>(categories: readonly Category[], id: string): Category[] {
  const found = categories.filter((each) => each.id === id);
  for (const above of found)
    for (const each of categories) if (each.parentId === above.id && !found.includes(each)) found.push(each);
  return found;
}

/** Why a category cannot go below another, or to the top (null); null when it can. */
export function problemOfMove(
  categories: readonly Placed[],
  id: string,
  parent: Placed | null,
): "cycle" | "too_deep" | null {
  const moved = subtreeOf(categories, id);
  if (parent !== null && moved.some((each) => each.id === parent.id)) return "cycle";
  const own = moved.find((each) => each.id === id);
  const levels = Math.max(...moved.map(({ depth }) => depth)) - (own?.depth ?? 0) + 1;
  return (parent?.depth ?? 0) + levels > deepest ? "too_deep" : null;
}

/** The ids of siblings with one of them, new or known, put before another; at the end before null. */
export function placedBefore(siblings: readonly string[], id: string, beforeId: string | null): string[] {
  const others = siblings.filter((each) => each !== id);
  const at = beforeId === null ? -1 : others.indexOf(beforeId);
  return at === -1 ? [...others, id] : [...others.slice(0, at), id, ...others.slice(at)];
}
