import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { gigCard } from "../gigs/gig-view.ts";
import { presentCards } from "../gigs/present-gig.ts";
import { wholeGigs } from "../gigs/read-gigs.ts";
import { popularGigs } from "./popular-gigs.ts";

export const listTrendingGigs = operation({
  summary:
    "Lists the gigs that are looked at most these days, the most popular first, on the whole site or in a category and all below it.",
  input: z.strictObject({
    /** The slug of a category. */
    category: z.string().max(60).optional(),
    limit: z.int().min(1).max(50).default(12),
  }),
  output: z.object({ items: z.array(gigCard) }),
  async run(scope, { category, limit }) {
    const gigs = await popularGigs(scope, { ...(category !== undefined && { category }), limit });
    return { items: await presentCards(scope, await wholeGigs(scope, gigs)) };
  },
});
