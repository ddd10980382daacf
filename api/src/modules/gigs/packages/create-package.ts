import { z } from "zod";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { editGig } from "../gigs/edit-gig.ts";
import { changedOn, packageFields } from "../gigs/gig-fields.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { GigPackage } from "../models/gig-package.ts";
import { tiers } from "../rules/tiers.ts";

export const createPackage = operation({
  summary: "Adds a package to a gig: one basic, one standard and one premium at most.",
  input: z.strictObject({
    gigId: z.uuid(),
    ...changedOn,
    tier: z.enum(tiers),
    ...packageFields,
    description: packageFields.description.default(""),
    revisions: packageFields.revisions.default(0),
    features: packageFields.features.default([]),
  }),
  output: sellerGigView,
  run: (scope, { gigId, version, ...fields }) =>
    editGig(
      scope,
      { id: gigId, action: "gigs.create_package", ...(version !== undefined && { version }) },
      async (_, { packages }) => {
        if (packages.some(({ tier }) => tier === fields.tier))
          throw failure("gigs.package_exists", { tier: fields.tier });
        await scope.query(GigPackage).insert({ id: newId(scope.now), gigId, ...fields });
        return {};
      },
    ),
});
