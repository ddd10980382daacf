import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { changeGig } from "./gigs/change-gig.ts";
import { planNightlyRound } from "./levels/rating-round.ts";
import { workOut } from "./levels/work-out.ts";
import { Gig } from "./models/gig.ts";
import { isListedSeller } from "./policy.ts";
import { indexGig } from "./search-kind.ts";
import { indexCategory } from "./search/index-category.ts";
import { outdate } from "./search/outdate.ts";
import { countVisits } from "./visits/count-visits.ts";

export const gigsJobs: readonly Job[] = [
  countVisits,
  indexGig,
  indexCategory,
  job({
    name: "gigs.rate_seller",
    on: ["order.settled", "order.cancelled", "order.dispute_closed"],
    payload: z.object({ kind: z.string(), sellerId: z.uuid() }),
    async run(scope, { kind, sellerId }) {
      if (kind !== "work") return;
      await workOut(scope, [sellerId]);
      await planNightlyRound(scope);
    },
  }),
  job({
    name: "gigs.rate_reviewed_seller",
    // A review that is published or hidden changes the rating in the profile in the same transaction.
    on: ["profile.changed"],
    payload: z.object({ memberId: z.uuid() }),
    async run(scope, { memberId }) {
      const gig = await scope.query(Gig).findOne({ sellerId: memberId });
      if (gig) await workOut(scope, [memberId]);
    },
  }),
  job({
    name: "gigs.follow_seller",
    on: ["profile.changed", "member.changed"],
    payload: z.object({ memberId: z.uuid() }),
    async run(scope, { memberId }) {
      const gigs = await scope.query(Gig).where({ sellerId: memberId }).orderBy("id").forUpdate();
      if (gigs.length === 0) return;
      const isSellerListed = await isListedSeller(scope, memberId);
      for (const gig of gigs)
        if (gig.isSellerListed !== isSellerListed) await changeGig(scope, gig, { isSellerListed });
        // Their name is known to the search, and so are their rating and their gigs', which a review changes together.
        else if (gig.isVisible) await outdate(scope, gig.id);
    },
  }),
];
