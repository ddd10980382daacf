import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { GigSearch } from "../models/gig-search.ts";
import { viewerOf } from "../visits/viewer.ts";

export const deleteSearch = operation({
  summary: "Deletes one search from the caller's history.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(scope, { id }) {
    const deleted = await scope
      .query(GigSearch)
      .where({ id, ...viewerOf(scope) })
      .delete();
    if (deleted === 0) throw notFound();
    return { id };
  },
});
