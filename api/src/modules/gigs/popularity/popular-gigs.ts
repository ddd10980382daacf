import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { idsBelow } from "../categories/read-tree.ts";
import { Gig } from "../models/gig.ts";
import { GigScore } from "../models/gig-score.ts";
import { popularity } from "./score-gigs.ts";

/** Which gigs are looked for among the most popular. */
interface Popular {
  /** The slug of a category, with all below it. */
  readonly category?: string;
  /** Ids of categories, each alone. */
  readonly categoryIds?: readonly string[];
  readonly without?: readonly string[];
  readonly limit: number;
}

/** The most popular gigs the caller may find, the most popular first. */
export async function popularGigs(
  scope: Scope,
  { category, categoryIds, without = [], limit }: Popular,
): Promise<Gig[]> {
  const apart = await keptApartFromCaller(scope);
  return scope.read<Gig>`
    select g.* from ${Gig} g left join ${GigScore} s on s.gig_id = g.id
    where g.is_visible and not (g.id = any(${without}::uuid[])) and not (g.seller_id = any(${apart}::uuid[]))
      ${category === undefined ? fragment`` : fragment`and g.category_id in ${idsBelow(category)}`}
      ${categoryIds === undefined ? fragment`` : fragment`and g.category_id = any(${categoryIds}::uuid[])`}
    order by ${popularity} desc, g.id desc limit ${limit}`;
}
