import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { GigMedia } from "../models/gig-media.ts";
import { GigPackage } from "../models/gig-package.ts";
import { lowestPrice } from "../rules/tiers.ts";
import { addGig } from "./add-gig.ts";
import { auditGig } from "./audit-gig.ts";
import { openGig } from "./change-gig.ts";
import { getSellerGig } from "./get-seller-gig.ts";
import { sellerGigView } from "./gig-view.ts";
import { wholeGigs } from "./read-gigs.ts";
import { Gig } from "../models/gig.ts";

export const duplicateGig = operation({
  summary: "Copies a gig with its packages, requirements and media as a draft that nobody has seen.",
  input: z.strictObject({ id: z.uuid() }),
  output: sellerGigView,
  async run(scope, { id }) {
    const gig = await openGig(scope, id);
    const { sellerId, title, description, categoryId, tags, language, currency } = gig;
    const { extras, requirements, faq } = gig;
    const fields = { title, description, categoryId, tags, language, currency, extras, requirements, faq };
    const copy = await addGig(scope, { sellerId, ...fields });
    for (const { packages, media } of await wholeGigs(scope, [gig])) {
      for (const {
        tier,
        title: named,
        description: told,
        amountMinor,
        deliveryDays,
        revisions,
        features,
      } of packages)
        await scope.query(GigPackage).insert({
          gigId: copy.id,
          tier,
          title: named,
          description: told,
          amountMinor,
          deliveryDays,
          revisions,
          features,
        });
      for (const [position, { id: fileId }] of media.entries())
        await scope.query(GigMedia).insert({ gigId: copy.id, fileId, position });
      await scope
        .query(Gig)
        .where({ id: copy.id })
        .patch({ fromAmountMinor: lowestPrice(packages) });
    }
    await auditGig(scope, copy, "gigs.duplicate_gig", {});
    return getSellerGig.run(scope, { id: copy.id });
  },
});
