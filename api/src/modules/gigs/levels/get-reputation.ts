import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { readPeople } from "../../people/index.ts";
import { findReputation, presentReputation } from "./read-reputations.ts";
import { reputationView } from "./reputation-view.ts";

export const getReputation = operation({
  summary:
    "Answers how somebody who is listed stands as a seller: their score with its parts, their level and badges.",
  input: z.strictObject({ memberId: z.uuid() }),
  output: reputationView,
  async run(scope, { memberId }) {
    const [people, row] = await Promise.all([readPeople(scope, [memberId]), findReputation(scope, memberId)]);
    if (!people.has(memberId)) throw notFound();
    return presentReputation(scope, memberId, row);
  },
});
