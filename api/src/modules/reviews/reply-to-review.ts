import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { callingMember } from "../identity/index.ts";
import { watchWriting } from "../safety/index.ts";
import { failure } from "./errors.ts";
import { Review } from "./models/review.ts";
import { presentReviewById, reviewView } from "./present.ts";

export const replyToReview = operation({
  summary: "Answers a published review of the member in public, once.",
  input: z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(4000) }),
  output: reviewView,
  async run(scope, { id, text }) {
    const subjectId = callingMember(scope);
    const review = await scope.query(Review).findOne({ id, subjectId }).forUpdate();
    if (!review || review.publishedAt === null || review.hiddenAt !== null) throw notFound();
    if (review.repliedAt !== null) throw failure("reviews.already_replied");
    await scope.query(Review).where({ id }).patch({ reply: text, repliedAt: scope.now });
    await watchWriting(scope, {
      subject: { kind: "review", id },
      authorId: subjectId,
      texts: [text],
      audience: "public",
      place: "reply",
    });
    const replied = await presentReviewById(scope, id);
    if (!replied) throw new Error("A review just replied to is not there.");
    return replied;
  },
});
