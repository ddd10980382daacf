import { z } from "zod";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { clientOf } from "./client.ts";
import { embedMissing, makeMatches } from "./make-matches.ts";
import { prepareMatch } from "./prepare-match.ts";
import { matchesView, presentMatches } from "./present-matches.ts";

/** How long the comparison of texts may take, retries and all. */
const aiDeadlineMs = 10_000;

/** The operation with another deadline for the comparison of texts. */
export const matchPeopleWithin = (deadlineMs: number) =>
  threePartOperation({
    summary: "Answers the ten people who fit the caller's quiz best, with scores, reasons and confidence.",
    input: z.strictObject({}),
    output: matchesView,
    deadlineMs,
    prepare: (scope) => prepareMatch(scope, clientOf(scope)),
    call: async (prepared, options) => ("task" in prepared ? embedMissing(prepared.task, options) : []),
    async finish(scope, prepared, vectors) {
      if ("cached" in prepared) return presentMatches(scope, prepared.cached, true);
      return presentMatches(scope, await makeMatches(scope, prepared.task, vectors), false);
    },
  });

export const matchPeople = matchPeopleWithin(aiDeadlineMs);
