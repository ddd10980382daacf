import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { Gig } from "../models/gig.ts";
import { GigCategory } from "../models/gig-category.ts";

/** A category of the tree with how many gigs everybody finds in it and below. */
export type CountedCategory = Pick<
  GigCategory,
  "id" | "parentId" | "depth" | "slug" | "names" | "archivedAt"
> & { readonly gigs: number };

/** Reads the tree from its roots, every parent before its children, siblings in their order. What lies below an archived one comes with it. */
export const readTree = (
  scope: Scope,
  { withArchived }: { readonly withArchived: boolean },
): Promise<CountedCategory[]> => {
  const shown = withArchived ? fragment`true` : fragment`c.archived_at is null`;
  return scope.read`
    with recursive tree as (
      select c.*, array[c.id] as path, array[lpad(c.position::text, 6, '0') || c.id] as place
      from ${GigCategory} c where c.parent_id is null and ${shown}
      union all
      select c.*, t.path || c.id, t.place || (lpad(c.position::text, 6, '0') || c.id)
      from ${GigCategory} c join tree t on c.parent_id = t.id where ${shown}
    ), own as (
      select category_id, count(*)::int as gigs from ${Gig} g where is_visible group by category_id
    )
    select t.id, t.parent_id, t.depth, t.slug, t.names, t.archived_at, (
      select coalesce(sum(own.gigs), 0)::int from own join tree below on below.id = own.category_id
      where t.id = any(below.path)
    ) as gigs
    from tree t order by t.place`;
};

/** The ids of a category and of all below it, for `in (…)`; archived ones are left out with what lies below them. */
export const idsBelow = (slug: string): SqlFragment => fragment`(
  with recursive below as (
    select c.id from ${GigCategory} c where c.slug = ${slug} and c.archived_at is null
    union all
    select c.id from ${GigCategory} c join below b on c.parent_id = b.id where c.archived_at is null
  ) select id from below)`;

/** Every category of the site, locked in one order, so that two changes of the tree follow each other. */
export const lockTree = async (scope: Scope): Promise<GigCategory[]> =>
  scope.query(GigCategory).orderBy("id").forUpdate();

/** The one of an id; refuses for any other id. */
export function categoryIn(categories: readonly GigCategory[], id: string): GigCategory {
  const found = categories.find((each) => each.id === id);
  if (!found) throw notFound();
  return found;
}

/** The ids below one parent, in their order. */
export const childrenOf = (categories: readonly GigCategory[], parentId: string | null): string[] =>
  categories
    .filter((each) => each.parentId === parentId)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
