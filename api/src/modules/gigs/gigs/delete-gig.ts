import { z } from "zod";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { hideFromSearch } from "../../../platform/search/index-thing.ts";
import { releaseLimit } from "../../tenancy/index.ts";
import { gigFactOf } from "../events.ts";
import { GigMedia } from "../models/gig-media.ts";
import { Gig } from "../models/gig.ts";
import { discardUnused } from "../media/discard-unused.ts";
import { gigsSearch } from "../search-kind.ts";
import { auditGig } from "./audit-gig.ts";
import { announcePrice, openGig } from "./change-gig.ts";

export const deleteGig = operation({
  summary: "Deletes a gig with its packages, media and numbers.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const gig = await openGig(scope, id);
    const media = await scope.query(GigMedia).where({ gigId: id });
    await scope.query(Gig).where({ id }).delete();
    await discardUnused(
      scope,
      media.map(({ fileId }) => fileId),
    );
    await hideFromSearch(scope, { kind: gigsSearch.kind, id });
    await auditGig(scope, gig, "gigs.delete_gig", {});
    const gone = Object.assign(new Gig(), gig, { isVisible: false, version: gig.version + 1 });
    if (gig.isVisible) await announce(scope, "gig.hidden", gigFactOf(gone));
    await announcePrice(scope, gig, gone);
    await releaseLimit(scope, "gigs.gigs");
    return { id };
  },
});
