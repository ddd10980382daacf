import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { gigView } from "./gig-view.ts";
import { presentGig } from "./present-gig.ts";
import { findWholeGig } from "./read-gigs.ts";

export const getGig = operation({
  summary: "Answers a gig that can be bought, with its packages, extras, questions, media and seller.",
  input: z.strictObject({ id: z.uuid() }),
  output: gigView,
  async run(scope, { id }) {
    const whole = await findWholeGig(scope, id);
    if (!whole?.gig.isVisible) throw notFound();
    if ((await keptApartFromCaller(scope)).includes(whole.gig.sellerId)) throw notFound();
    const gig = await presentGig(scope, whole);
    if (!gig) throw notFound();
    return gig;
  },
});
