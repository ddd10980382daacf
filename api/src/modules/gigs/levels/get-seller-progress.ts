import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { readMember } from "../../identity/index.ts";
import { sellerMeant } from "../policy.ts";
import { emptyRecord, levelAbove, needsOf } from "../rules/reputation.ts";
import { gigsOf } from "../settings.ts";
import { findReputation, levelNamed, presentReputation } from "./read-reputations.ts";
import { honourName, needView, reputationView } from "./reputation-view.ts";

export const getSellerProgress = operation({
  summary: "Answers how a seller stands, and what the next level takes beside what there is of it.",
  input: z.strictObject({
    /** The caller when not given. */
    memberId: z.uuid().optional(),
  }),
  output: reputationView.extend({
    /** Null at the top, and where the site has no levels. */
    next: honourName.extend({ needs: z.array(needView) }).nullable(),
    /** When it was last worked out, which is every night and after each order and review; null before the first time. */
    workedOutAt: z.iso.datetime().nullable(),
  }),
  async run(scope, { memberId }) {
    const sellerId = sellerMeant(scope.actor, memberId);
    if (!(await readMember(scope, sellerId))) throw notFound();
    const row = await findReputation(scope, sellerId);
    const { levels } = gigsOf(scope.tenant).reputation;
    const next = levelAbove(levels, levelNamed(scope.tenant, row?.level ?? null)?.name ?? null);
    return {
      ...presentReputation(scope, sellerId, row),
      next: next && {
        name: next.name,
        labels: next.labels,
        needs: needsOf(next.needs, row?.record ?? emptyRecord),
      },
      workedOutAt: row?.workedOutAt.toISOString() ?? null,
    };
  },
});
