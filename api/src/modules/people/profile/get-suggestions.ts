import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { suggestPhrases } from "../../../platform/search/suggest.ts";
import { keptApartFromCaller } from "../policy.ts";
import { peopleSearch } from "../search-kind.ts";

export const getSuggestions = operation({
  summary: "Suggests names and topics of listed people to somebody who types the beginning of a search.",
  input: z.strictObject({
    search: z.string().trim().min(1).max(60),
    limit: z.int().min(1).max(20).default(8),
  }),
  output: z.object({
    /** The best first. */
    suggestions: z.array(z.string()),
  }),
  async run(scope, { search, limit }) {
    const without = await keptApartFromCaller(scope);
    const suggestions = await suggestPhrases(scope, peopleSearch.kind, {
      text: search,
      most: limit,
      without,
    });
    return { suggestions: [...suggestions] };
  },
});
