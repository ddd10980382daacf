import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { viewerOf } from "../visits/viewer.ts";
import { mostSearches } from "./keep-search.ts";
import { latestSearches } from "./latest-searches.ts";

export const listSearches = operation({
  summary: "Lists what the caller searched for among the gigs, the latest first, each once.",
  input: z.strictObject({ limit: z.int().min(1).max(mostSearches).default(10) }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        /** As it was typed last. */
        text: z.string(),
        searchedAt: z.iso.datetime(),
      }),
    ),
  }),
  async run(scope, { limit }) {
    const searches = await latestSearches(scope, viewerOf(scope), limit);
    return {
      items: searches.map(({ id, text, searchedAt }) => ({ id, text, searchedAt: searchedAt.toISOString() })),
    };
  },
});
