import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { readMember } from "../../identity/index.ts";
import { sellerMeant } from "../policy.ts";
import { period, readStats, statsView } from "./stats-view.ts";

export const getSellerStats = operation({
  summary: "Answers how all gigs of a seller together did in the last days.",
  input: z.strictObject({
    /** The caller when not given. */
    memberId: z.uuid().optional(),
    ...period,
  }),
  output: statsView,
  async run(scope, { memberId, days }) {
    const sellerId = sellerMeant(scope.actor, memberId);
    if (!(await readMember(scope, sellerId))) throw notFound();
    return readStats(scope, { sellerId }, days);
  },
});
