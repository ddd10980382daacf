import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { changeGig } from "./gigs/change-gig.ts";
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
