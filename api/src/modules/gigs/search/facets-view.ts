import { z } from "zod";
import { type SearchResult } from "../../../platform/providers/search/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { categoryView } from "../categories/category-fields.ts";
import { readTree } from "../categories/read-tree.ts";
import { honourName } from "../levels/reputation-view.ts";
import { countedBranches } from "../rules/facets.ts";
import { gigsOf } from "../settings.ts";

const counted = z.array(z.object({ value: z.string(), count: z.int() }));
const stepped = z.array(z.object({ value: z.number(), count: z.int() }));

/** What the gigs found can be narrowed by, with how many there are of each: under all filters but the one of its own kind. */
export const facetsView = z.object({
  /** With all below each, every parent before its children; those without a gig are left out. */
  categories: z.array(
    categoryView
      .pick({ id: true, parentId: true, depth: true, slug: true, names: true })
      .extend({ count: z.int() }),
  ),
  /** ISO 639 codes, the most frequent first. */
  languages: counted,
  /** The most frequent first, 30 at most. */
  tags: counted,
  currencies: counted,
  /** The levels of sellers that gigs were found of, the highest first. */
  levels: z.array(honourName.extend({ count: z.int() })),
  /** How many are delivered within so many days: 1, 3, 7, 14 and 30, as far as there are any. */
  deliveryDays: stepped,
  /** How many sellers' gigs reach so many stars: 4.5, 4, 3.5 and 3, as far as there are any. */
  ratings: stepped,
});

const mostTags = 30;

/** The fields of documents that are counted. */
export const countedFields = ["category", "language", "tag", "currency", "delivery", "rating", "level"];

/** Facets as they are answered. */
export async function presentFacets(
  scope: Scope,
  facets: SearchResult["facets"],
): Promise<z.infer<typeof facetsView>> {
  const of = (field: string) => [...(facets[field] ?? [])];
  const steps = (field: string) => of(field).map(({ value, count }) => ({ value: Number(value), count }));
  const tree = await readTree(scope, { withArchived: false });
  const own = new Map(of("category").map(({ value, count }) => [value, count]));
  return {
    categories: countedBranches(tree, own).map(
      ({ category: { id, parentId, depth, slug, names }, count }) => ({
        id,
        parentId,
        depth,
        slug,
        names,
        count,
      }),
    ),
    languages: of("language"),
    tags: of("tag").slice(0, mostTags),
    currencies: of("currency"),
    levels: gigsOf(scope.tenant)
      .reputation.levels.toReversed()
      .flatMap(({ name, labels }) => {
        const count = of("level").find(({ value }) => value === name)?.count ?? 0;
        return count === 0 ? [] : [{ name, labels, count }];
      }),
    deliveryDays: steps("delivery").toSorted((a, b) => a.value - b.value),
    ratings: steps("rating").toSorted((a, b) => b.value - a.value),
  };
}
