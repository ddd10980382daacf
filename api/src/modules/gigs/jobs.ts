import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { changeGig } from "./gigs/change-gig.ts";
import { Gig } from "./models/gig.ts";
import { isListedSeller } from "./policy.ts";
import { countVisits } from "./visits/count-visits.ts";

export const gigsJobs: readonly Job[] = [
  countVisits,
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
    },
  }),
];
