import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { presentReviewById, reviewView } from "../present.ts";
import { setHidden } from "./set-hidden.ts";

export const restoreReview = operation({
  summary: "Shows a hidden review again and counts it.",
  input: z.strictObject({ id: z.uuid() }),
  output: reviewView,
  async run(scope, { id }) {
    await setHidden(scope, id, null);
    const shown = await presentReviewById(scope, id);
    if (!shown) throw notFound();
    return shown;
  },
});
