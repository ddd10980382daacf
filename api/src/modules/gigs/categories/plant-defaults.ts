import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { GigCategory } from "../models/gig-category.ts";
import { deepest, mostCategories } from "../rules/category-tree.ts";
import { defaultTree } from "./default-tree.ts";
import { childrenOf, lockTree } from "./read-tree.ts";

/** Adds those of the usual categories whose slug no category has, below the usual parent or the one that has its slug; answers how many. */
export async function plantDefaults(scope: Scope): Promise<number> {
  const known = await lockTree(scope);
  const rows: Pick<GigCategory, "id" | "parentId" | "depth" | "slug" | "names" | "position">[] = [];
  const places = new Map<string | null, number>();
  const placeBelow = (parentId: string | null): number => {
    const next = places.get(parentId) ?? childrenOf(known, parentId).length;
    places.set(parentId, next + 1);
    return next;
  };
  for (const { slug, names, children } of defaultTree) {
    const there = known.find((each) => each.slug === slug);
    const parentId = there?.id ?? newId(scope.now);
    const depth = there?.depth ?? 1;
    if (!there) rows.push({ id: parentId, parentId: null, depth, slug, names, position: placeBelow(null) });
    for (const child of depth < deepest ? children : [])
      if (!known.some((each) => each.slug === child.slug))
        rows.push({
          id: newId(scope.now),
          parentId,
          depth: depth + 1,
          ...child,
          position: placeBelow(parentId),
        });
  }
  if (known.length + rows.length > mostCategories) throw failure("gigs.tree_full", { most: mostCategories });
  if (rows.length > 0)
    await scope.query(GigCategory).insert(rows.map((row) => ({ ...row, archivedAt: null })));
  return rows.length;
}
