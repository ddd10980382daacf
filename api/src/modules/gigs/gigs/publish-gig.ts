import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { failure } from "../errors.ts";
import { published } from "../rules/standing.ts";
import { gigsOf } from "../settings.ts";
import { auditGig } from "./audit-gig.ts";
import { changeGig, openGig } from "./change-gig.ts";
import { refuseIncomplete, textsOf, watchGig } from "./edit-gig.ts";
import { getSellerGig } from "./get-seller-gig.ts";
import { changedOn } from "./gig-fields.ts";
import { sellerGigView } from "./gig-view.ts";
import { wholeGigs } from "./read-gigs.ts";

export const publishGig = operation({
  summary:
    "Puts a gig into the market, or back into it: at once, or once the team approved it. Refuses, naming everything that is missing.",
  input: z.strictObject({ id: z.uuid(), ...changedOn }),
  output: sellerGigView,
  async run(scope, { id, version }) {
    const gig = await openGig(scope, id, version);
    for (const whole of await wholeGigs(scope, [gig])) {
      refuseIncomplete(whole);
      // What was published is looked at with every change; a draft nobody read before.
      if (gig.state === "draft" && memberIdOf(scope.actor) !== null)
        await watchGig(scope, gig, textsOf(whole));
    }
    const standing = published(gig, gigsOf(scope.tenant).needsApproval);
    if (!standing) throw failure("gigs.suspended");
    if (standing.state !== gig.state || standing.moderation !== gig.moderation) {
      const isSubmitted = standing.moderation !== gig.moderation;
      await changeGig(scope, gig, {
        ...standing,
        ...(isSubmitted && { submittedAt: scope.now, moderationReason: null }),
      });
      await auditGig(scope, gig, "gigs.publish_gig", standing);
    }
    return getSellerGig.run(scope, { id });
  },
});
