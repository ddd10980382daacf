import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { getSellerGig } from "../gigs/get-seller-gig.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { moderateGig } from "./moderate-gig.ts";

export const approveGig = operation({
  summary: "Lets everybody find a gig that waits, or that was rejected or suspended.",
  input: z.strictObject({ id: z.uuid() }),
  output: sellerGigView,
  async run(scope, { id }) {
    await moderateGig(scope, id, { action: "gigs.approve_gig", verdict: { moderation: "approved" } });
    return getSellerGig.run(scope, { id });
  },
});
