import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { plainWords } from "../../../platform/providers/search/words.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberIdOf, visitorIdOf } from "../../../platform/scope/actor.ts";
import { searchKinds } from "../../../platform/search/kinds.ts";
import { Search } from "../models/search.ts";
import { forgetLater } from "./forget-searches.ts";

export const noteSearch = operation({
  summary:
    "Notes that somebody searched, for the site's statistics and their own history: once they stop typing. Said again with the same id, it changes nothing.",
  input: z.strictObject({
    /** Made up by the caller. */
    id: z.uuid(),
    /** What was searched, such as `people`. */
    kind: z.string().max(40).meta({ example: "people" }),
    text: z.string().trim().min(1).max(100),
    /** How many were found. */
    found: z.int().min(0).max(1_000_000),
  }),
  output: z.object({}),
  async run(scope, { id, kind, text, found }) {
    const known = searchKinds().find((each) => each.kind === kind);
    if (!known)
      throw invalidFields({ path: ["kind"], message: "There is nothing of this kind to search for." });
    const words = plainWords(text).join(" ") || text.toLowerCase();
    await scope
      .query(Search)
      .insert({
        id,
        kind,
        text,
        words,
        found,
        visitorId: visitorIdOf(scope.actor),
        memberId: memberIdOf(scope.actor),
        searchedAt: scope.now,
      })
      .onConflict(["tenantId", "id"])
      .ignore();
    await forgetLater(scope);
    await known.keep?.(scope, { text, words });
    return {};
  },
});
