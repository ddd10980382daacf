import { type PersonalData } from "../../platform/module.ts";
import { releaseLimit } from "../tenancy/index.ts";
import { Gig } from "./models/gig.ts";
import { GigMedia } from "./models/gig-media.ts";
import { GigPackage } from "./models/gig-package.ts";
import { GigSearch } from "./models/gig-search.ts";
import { SellerReputation } from "./models/seller-reputation.ts";
import { GigView } from "./models/gig-view.ts";
import { hideFromSearch } from "../../platform/search/index-thing.ts";
import { searchesKeptDays } from "./history/latest-searches.ts";
import { gigsSearch } from "./search-kind.ts";
import { viewsKeptDays } from "./visits/count-visits.ts";
import { discardUnused } from "./media/discard-unused.ts";

/** What this module holds about a member: the gigs they sell, how they stand as a seller, the gigs they looked at and what they searched for. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const gigs = await scope.read`
      select id, title, description, tags, language, currency, extras, requirements, faq, state, moderation,
        moderation_reason, created_at, published_at
      from ${Gig} g where seller_id = ${memberId} order by id`;
    const packages = await scope.read`
      select p.gig_id, p.tier, p.title, p.description, p.amount_minor, p.delivery_days, p.revisions, p.features
      from ${GigPackage} p join ${Gig} g on g.id = p.gig_id where g.seller_id = ${memberId} order by p.id`;
    const viewed = await scope.read`
      select gig_id, viewed_at from ${GigView} v where viewer_kind = 'member' and viewer_id = ${memberId}
      order by viewed_at, gig_id`;
    const searched = await scope.read`
      select text, searched_at from ${GigSearch} s where viewer_kind = 'member' and viewer_id = ${memberId}
      order by searched_at, id`;
    const [reputation] = await scope.read`
      select level, badges, score, record, worked_out_at from ${SellerReputation} r where member_id = ${memberId}`;
    return { gigs, packages, viewed, searched, reputation: reputation ?? null };
  },
  async erase(scope, memberId) {
    await scope.query(GigView).where({ viewerKind: "member", viewerId: memberId }).delete();
    await scope.query(GigSearch).where({ viewerKind: "member", viewerId: memberId }).delete();
    await scope.query(SellerReputation).where({ memberId }).delete();
    const media = await scope.sql<GigMedia>`
      select m.file_id from ${GigMedia} m join ${Gig} g on g.id = m.gig_id where g.seller_id = ${memberId}`;
    const gigs = await scope.query(Gig).where({ sellerId: memberId }).select("id");
    const gone = await scope.query(Gig).where({ sellerId: memberId }).delete();
    await releaseLimit(scope, "gigs.gigs", gone);
    for (const { id } of gigs) await hideFromSearch(scope, { kind: gigsSearch.kind, id });
    await discardUnused(scope, [...new Set(media.map(({ fileId }) => fileId))]);
  },
  blockers: async () => [],
  retentionDays: { views: viewsKeptDays, searches: searchesKeptDays },
};
