import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { gigCard } from "../gigs/gig-view.ts";
import { presentCards } from "../gigs/present-gig.ts";
import { wholeGigs } from "../gigs/read-gigs.ts";
import { Gig } from "../models/gig.ts";
import { GigView } from "../models/gig-view.ts";
import { mostRecent } from "./count-visit.ts";
import { viewerOf } from "./viewer.ts";

export const listRecentGigs = operation({
  summary: "Lists the gigs the caller looked at and that can still be bought, the latest first.",
  input: z.strictObject({ limit: z.int().min(1).max(mostRecent).default(12) }),
  output: z.object({ items: z.array(gigCard) }),
  async run(scope, { limit }) {
    const { viewerKind, viewerId } = viewerOf(scope);
    const apart = await keptApartFromCaller(scope);
    const gigs = await scope.read<Gig>`
      select g.* from ${GigView} v join ${Gig} g on g.id = v.gig_id
      where v.viewer_kind = ${viewerKind} and v.viewer_id = ${viewerId} and g.is_visible
        and not (g.seller_id = any(${apart}::uuid[]))
      order by v.viewed_at desc, v.gig_id limit ${limit}`;
    return { items: await presentCards(scope, await wholeGigs(scope, gigs)) };
  },
});
