import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { getSellerGig } from "../gigs/get-seller-gig.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { moderateGig } from "./moderate-gig.ts";

export const rejectGig = operation({
  summary: "Sends a gig back to its seller, who reads the reason and may change and publish it again.",
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: sellerGigView,
  async run(scope, { id, reason }) {
    await moderateGig(scope, id, { action: "gigs.reject_gig", verdict: { moderation: "rejected", reason } });
    return getSellerGig.run(scope, { id });
  },
});
