import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { editGig } from "../gigs/edit-gig.ts";
import { changedOn, packageFields } from "../gigs/gig-fields.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { GigPackage } from "../models/gig-package.ts";
import { gigOfPackage } from "./gig-of-package.ts";

export const updatePackage = operation({
  summary:
    "Changes the fields sent of a package and leaves the others. Orders keep what they were placed with.",
  input: z.strictObject({
    id: z.uuid(),
    ...changedOn,
    title: packageFields.title.exactOptional(),
    description: packageFields.description.exactOptional(),
    amountMinor: packageFields.amountMinor.exactOptional(),
    deliveryDays: packageFields.deliveryDays.exactOptional(),
    revisions: packageFields.revisions.exactOptional(),
    features: packageFields.features.exactOptional(),
  }),
  output: sellerGigView,
  async run(scope, { id, version, ...fields }) {
    const edit = { id: await gigOfPackage(scope, id), action: "gigs.update_package" };
    return editGig(scope, { ...edit, ...(version !== undefined && { version }) }, async () => {
      await scope.query(GigPackage).where({ id }).patch(fields);
      return {};
    });
  },
});
