import { findDocuments } from "../../../platform/providers/search/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { latestSearches } from "../history/latest-searches.ts";
import { Gig } from "../models/gig.ts";
import { GigView } from "../models/gig-view.ts";
import { popularGigs } from "../popularity/popular-gigs.ts";
import { type Sign } from "../rules/likeness.ts";
import { gigsSearch } from "../search-kind.ts";
import { gigsApart, gigsWithTags, visibleGigs } from "../search/visible-gigs.ts";
import { type Viewer } from "../visits/viewer.ts";
import { compared, type Compared } from "./compared.ts";

const views = 15;
const searches = 4;
const foundBySearch = 15;
const ofCategories = 60;
const mostTags = 20;
const ofTags = 40;

/** What a viewer did lately, and the gigs they may like for it: none they looked at, sell themselves or are kept apart from. */
export async function readSigns(scope: Scope, viewer: Viewer) {
  const [viewed, searched, apart] = await Promise.all([
    viewedGigs(scope, viewer),
    latestSearches(scope, viewer, searches),
    gigsApart(scope),
  ]);
  const own = await scope.read<{ id: string }>`select id from ${Gig} g where seller_id = ${viewer.viewerId}`;
  const without = [...new Set([...viewed, ...own].map(({ id }) => id))];
  const categoryIds = [...new Set(viewed.flatMap(({ categoryId }) => categoryId ?? []))];
  const candidates = new Map<string, Compared>();
  const asCandidates = (gigs: readonly Gig[]) =>
    gigs.map((gig) => {
      const known = candidates.get(gig.id) ?? compared(gig);
      candidates.set(gig.id, known);
      return known;
    });
  asCandidates(await popularGigs(scope, { categoryIds, without, limit: ofCategories }));
  const tags = [...new Set(viewed.flatMap((gig) => gig.tags))].slice(0, mostTags);
  asCandidates(await gigsWithTags(scope, tags, { without: [...without, ...apart], limit: ofTags }));
  const found: Sign<Compared>[] = [];
  for (const { text } of searched) {
    const query = { text, without: [...without, ...apart], take: foundBySearch };
    const { ids } = await findDocuments(scope, gigsSearch.kind, query);
    const gigs = (await visibleGigs(scope, ids)).map(({ gig }) => gig);
    found.push({ kind: "searched", text, found: asCandidates(gigs) });
  }
  return { candidates: [...candidates.values()], without, views: viewed.map(compared), searches: found };
}

/** The gigs a viewer looked at last, also those that cannot be bought any more. */
const viewedGigs = (scope: Scope, { viewerKind, viewerId }: Viewer): Promise<Gig[]> =>
  scope.read<Gig>`
    select g.* from ${GigView} v join ${Gig} g on g.id = v.gig_id
    where v.viewer_kind = ${viewerKind} and v.viewer_id = ${viewerId}
    order by v.viewed_at desc, v.gig_id limit ${views}`;
