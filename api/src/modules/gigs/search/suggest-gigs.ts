import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { suggestPhrases } from "../../../platform/search/suggest.ts";
import { categoryView, presentCategory } from "../categories/category-fields.ts";
import { readTree } from "../categories/read-tree.ts";
import { categoriesNamed } from "./categories-named.ts";
import { gigsSearch } from "../search-kind.ts";
import { gigsApart } from "../search/visible-gigs.ts";

const mostCategories = 3;

export const suggestGigs = operation({
  summary:
    "Suggests titles, tags and categories of gigs that can be bought to somebody who types the beginning of a search.",
  input: z.strictObject({
    q: z.string().trim().min(1).max(60),
    limit: z.int().min(1).max(20).default(8),
  }),
  output: z.object({
    /** Titles and tags, the best first. */
    suggestions: z.array(z.string()),
    /** Those with gigs of which a word of the name, in any language, begins so; three at most. */
    categories: z.array(categoryView),
  }),
  async run(scope, { q, limit }) {
    const without = await gigsApart(scope);
    const [suggestions, tree] = await Promise.all([
      suggestPhrases(scope, gigsSearch.kind, { text: q, most: limit, without }),
      readTree(scope, { withArchived: false }),
    ]);
    const categories = categoriesNamed(
      q,
      tree.filter(({ gigs }) => gigs > 0),
    );
    return {
      suggestions: [...suggestions],
      categories: categories.slice(0, mostCategories).map(presentCategory),
    };
  },
});
