import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { GigSearch } from "../models/gig-search.ts";
import { type Viewer } from "../visits/viewer.ts";

/** Days for which it is kept what somebody searched for. */
export const searchesKeptDays = 90;

/** The moment before which searches are kept no longer. */
export const keptSince = (now: Date): Date => plus(now, -days(searchesKeptDays));

/** What a viewer searched for, the latest first. */
export const latestSearches = (
  scope: Scope,
  { viewerKind, viewerId }: Viewer,
  limit: number,
): Promise<Pick<GigSearch, "id" | "text" | "searchedAt">[]> =>
  scope.read`
    select id, text, searched_at from ${GigSearch} s
    where viewer_kind = ${viewerKind} and viewer_id = ${viewerId} and searched_at >= ${keptSince(scope.now)}
    order by searched_at desc, id limit ${limit}`;
