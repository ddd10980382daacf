import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { editGig } from "../gigs/edit-gig.ts";
import { changedOn } from "../gigs/gig-fields.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { GigPackage } from "../models/gig-package.ts";
import { gigOfPackage } from "./gig-of-package.ts";

export const deletePackage = operation({
  summary:
    "Takes a package out of its gig; one that was published keeps at least one. Orders placed with it stay.",
  input: z.strictObject({ id: z.uuid(), ...changedOn }),
  output: sellerGigView,
  async run(scope, { id, version }) {
    const edit = { id: await gigOfPackage(scope, id), action: "gigs.delete_package" };
    return editGig(scope, { ...edit, ...(version !== undefined && { version }) }, async () => {
      await scope.query(GigPackage).where({ id }).delete();
      return {};
    });
  },
});
