import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { GigSearch } from "../models/gig-search.ts";
import { viewerOf } from "../visits/viewer.ts";

export const deleteSearches = operation({
  summary: "Deletes the caller's whole history of searches among the gigs.",
  input: z.strictObject({}),
  output: z.object({
    /** How many searches were deleted. */
    deleted: z.int(),
  }),
  run: async (scope) => ({
    deleted: await scope
      .query(GigSearch)
      .where({ ...viewerOf(scope) })
      .delete(),
  }),
});
