import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { mayManage } from "../policy.ts";
import { sellerGigView } from "./gig-view.ts";
import { presentSellerGig } from "./present-gig.ts";
import { findWholeGig } from "./read-gigs.ts";

export const getSellerGig = operation({
  summary:
    "Answers a gig as its seller and the site's team see it: how it stands, why it was refused, and what it still needs.",
  input: z.strictObject({ id: z.uuid() }),
  output: sellerGigView,
  async run(scope, { id }) {
    const whole = await findWholeGig(scope, id);
    if (!whole || !mayManage(scope.actor, whole.gig.sellerId)) throw notFound();
    return presentSellerGig(scope, whole);
  },
});
