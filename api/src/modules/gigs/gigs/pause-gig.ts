import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { auditGig } from "./audit-gig.ts";
import { changeGig, openGig } from "./change-gig.ts";
import { getSellerGig } from "./get-seller-gig.ts";
import { changedOn } from "./gig-fields.ts";
import { sellerGigView } from "./gig-view.ts";

export const pauseGig = operation({
  summary: "Takes a gig out of the market until it is published again. One that is paused stays so.",
  input: z.strictObject({ id: z.uuid(), ...changedOn }),
  output: sellerGigView,
  async run(scope, { id, version }) {
    const gig = await openGig(scope, id, version);
    if (gig.state === "draft") throw failure("gigs.never_published");
    if (gig.state === "active") {
      await changeGig(scope, gig, { state: "paused" });
      await auditGig(scope, gig, "gigs.pause_gig", { state: "paused" });
    }
    return getSellerGig.run(scope, { id });
  },
});
