import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { getSellerGig } from "../gigs/get-seller-gig.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { moderateGig } from "./moderate-gig.ts";

export const suspendGig = operation({
  summary: "Takes a gig from sight for a reason its seller reads; only the team brings it back.",
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: sellerGigView,
  async run(scope, { id, reason }) {
    await moderateGig(scope, id, {
      action: "gigs.suspend_gig",
      verdict: { moderation: "suspended", reason },
    });
    return getSellerGig.run(scope, { id });
  },
});
