import { type Scope } from "../../../platform/scope/scope.ts";
import { findDocuments } from "../../../platform/providers/search/for-tenant.ts";
import { gigsSearch } from "../search-kind.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { type WholeGig, wholeGigs } from "../gigs/read-gigs.ts";
import { Gig } from "../models/gig.ts";

/** Gigs that everybody finds with everything that belongs to them, in the order of these ids. */
export async function visibleGigs(scope: Scope, ids: readonly string[]): Promise<WholeGig[]> {
  const gigs = await scope.read<Gig>`
    select g.* from unnest(${ids}::uuid[]) with ordinality as asked (id, place) join ${Gig} g on g.id = asked.id
    where g.is_visible order by asked.place`;
  return wholeGigs(scope, gigs);
}

/** The most popular gigs with one of these tags. */
export async function gigsWithTags(
  scope: Scope,
  tags: readonly string[],
  { without, limit }: { readonly without: readonly string[]; readonly limit: number },
): Promise<Gig[]> {
  if (tags.length === 0) return [];
  const { ids } = await findDocuments(scope, gigsSearch.kind, {
    text: "",
    filters: [{ field: "tag", anyOf: tags }],
    without,
    take: limit,
  });
  return (await visibleGigs(scope, ids)).map(({ gig }) => gig);
}

/** The gigs a calling member is not shown, because they and the seller are kept apart. */
export async function gigsApart(scope: Scope): Promise<string[]> {
  const apart = await keptApartFromCaller(scope);
  if (apart.length === 0) return [];
  const rows = await scope.read<{ id: string }>`
    select id from ${Gig} g where seller_id = any(${apart}::uuid[])`;
  return rows.map(({ id }) => id);
}
