import { type Claim } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Gig } from "../models/gig.ts";
import { GigView } from "../models/gig-view.ts";

/** Gives what a visitor looked at to the member they turned out to be; what both looked at stands once, and counted when it last did for either. */
export async function claimViews(scope: Scope, { visitorId, memberId }: Claim): Promise<void> {
  await scope.sql`
    insert into gig_views as known
      (tenant_id, gig_id, viewer_kind, viewer_id, viewed_at, view_counted_at, click_counted_at, created_at)
    select v.tenant_id, v.gig_id, 'member', ${memberId}, v.viewed_at, v.view_counted_at, v.click_counted_at, v.created_at
    from ${GigView} v join ${Gig} g on g.id = v.gig_id
    where v.viewer_kind = 'visitor' and v.viewer_id = ${visitorId} and g.seller_id <> ${memberId}
    order by v.gig_id
    on conflict (tenant_id, gig_id, viewer_kind, viewer_id) do update set
      viewed_at = greatest(known.viewed_at, excluded.viewed_at),
      view_counted_at = greatest(known.view_counted_at, excluded.view_counted_at),
      click_counted_at = greatest(known.click_counted_at, excluded.click_counted_at)`;
  await scope.query(GigView).where({ viewerKind: "visitor", viewerId: visitorId }).delete();
}
