import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { gigCard } from "../gigs/gig-view.ts";
import { presentCards } from "../gigs/present-gig.ts";
import { wholeGigs } from "../gigs/read-gigs.ts";
import { Gig } from "../models/gig.ts";
import { popularGigs } from "../popularity/popular-gigs.ts";
import { likedOf } from "../rules/likeness.ts";
import { gigsApart, gigsWithTags } from "../search/visible-gigs.ts";
import { compared } from "./compared.ts";

/** How many of each sort are compared. */
const looksAt = 60;

export const listSimilarGigs = operation({
  summary:
    "Lists gigs like one that can be bought, the most alike first: of its category, with its tags, with words of its title.",
  input: z.strictObject({ id: z.uuid(), limit: z.int().min(1).max(50).default(12) }),
  output: z.object({ items: z.array(gigCard) }),
  async run(scope, { id, limit }) {
    const [gig] = await scope.read<Gig>`select * from ${Gig} g where id = ${id} and is_visible`;
    if (!gig || (await keptApartFromCaller(scope)).includes(gig.sellerId)) throw notFound();
    const apart = await gigsApart(scope);
    const [tagged, neighbours] = await Promise.all([
      gigsWithTags(scope, gig.tags, { without: [id, ...apart], limit: looksAt }),
      popularGigs(scope, {
        categoryIds: gig.categoryId === null ? [] : [gig.categoryId],
        without: [id],
        limit: looksAt,
      }),
    ]);
    const candidates = new Map([...neighbours, ...tagged].map((each) => [each.id, each]));
    const liked = likedOf([...candidates.values()].map(compared), { views: [compared(gig)], searches: [] });
    const similar = liked.slice(0, limit).map((each) => each.gig.gig);
    return { items: await presentCards(scope, await wholeGigs(scope, similar)) };
  },
});
