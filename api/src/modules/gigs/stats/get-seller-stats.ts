import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { fragment } from "../../../platform/scope/sql.ts";
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
  run: (scope, { memberId, days }) =>
    readStats(scope, fragment`g.seller_id = ${sellerMeant(scope.actor, memberId)}`, days),
});
