import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { presentReviewById, reviewView } from "../present.ts";
import { setHidden } from "./set-hidden.ts";

export const hideReview = operation({
  summary: "Takes a review from sight and out of the person's rating, for a reason that is kept.",
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: reviewView,
  async run(scope, { id, reason }) {
    await setHidden(scope, id, reason);
    const hidden = await presentReviewById(scope, id);
    if (!hidden) throw notFound();
    return hidden;
  },
});
