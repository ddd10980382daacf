import { type Claim } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { GigSearch } from "../models/gig-search.ts";

/** Gives what a visitor searched for to the member they turned out to be, unless that one chose to have no history; what both searched for stands once. */
export async function claimSearches(scope: Scope, { visitorId, memberId }: Claim): Promise<void> {
  if ((await readMember(scope, memberId))?.keepsHistory)
    await scope.sql`
      insert into gig_searches as known (tenant_id, id, viewer_kind, viewer_id, text, words, searched_at, created_at)
      select s.tenant_id, gen_random_uuid(), 'member', ${memberId}, s.text, s.words, s.searched_at, s.created_at
      from ${GigSearch} s where s.viewer_kind = 'visitor' and s.viewer_id = ${visitorId} order by s.words
      on conflict (tenant_id, viewer_kind, viewer_id, words) do update
      set text = excluded.text, searched_at = excluded.searched_at where known.searched_at < excluded.searched_at`;
  await scope.query(GigSearch).where({ viewerKind: "visitor", viewerId: visitorId }).delete();
}
