import { z } from "zod";
import { invalidFields } from "../../platform/errors.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { days, plus } from "../../platform/time.ts";
import { setTimer } from "../../platform/timers/timer.ts";
import { callingMember } from "../identity/index.ts";
import { watchWriting } from "../safety/index.ts";
import { failure } from "./errors.ts";
import { reviewFactOf } from "./events.ts";
import { Review } from "./models/review.ts";
import { presentReviewById, rating, ratings, reviewView } from "./present.ts";
import { publish } from "./publish.ts";
import { readReviewable } from "./reviewable.ts";
import { lockRound, openRound } from "./round.ts";
import { type Dimension, type Ratings, strayNames } from "./rules/dimensions.ts";
import { overallOf } from "./rules/overall.ts";
import { reviewsOf } from "./settings.ts";

const input = z
  .strictObject({
    /** Of the session. */
    bookingId: z.uuid().optional(),
    /** Of a gig, or of a session. */
    orderId: z.uuid().optional(),
    /** Each dimension the site rates such a thing by; left out where stars say it all. */
    ratings: ratings.optional(),
    /** Counts instead of the mean of the ratings. */
    stars: rating.optional(),
    text: z.string().trim().max(4000).default(""),
  })
  .refine(({ bookingId, orderId }) => (bookingId === undefined) !== (orderId === undefined), {
    path: ["orderId"],
    error: "Name a session or an order, and not both.",
  })
  .refine((given) => given.stars !== undefined || given.ratings !== undefined, {
    path: ["ratings"],
    error: "Give stars or ratings.",
  })
  .meta({
    example: {
      bookingId: "0195f000-0000-7000-8000-000000000000",
      ratings: { knowledge: 5, communication: 4, professionalism: 5 },
      text: "Asked what nobody asks.",
    },
  });

export const createReview = operation({
  summary:
    "Reviews the other person of a completed session or order, once. It is published with the other side's review, or after some days.",
  input,
  output: reviewView,
  async run(scope, { bookingId, orderId, ratings: given = {}, stars, text }) {
    const authorId = callingMember(scope);
    const { reviewable, isCompleted } = await readReviewable(scope, authorId, { bookingId, orderId });
    if (!isCompleted) throw failure("reviews.not_completed");
    const { context, sourceId, clientId, hostId, gigId } = reviewable;
    const { waitDays, dimensions } = reviewsOf(scope.tenant);
    const overall = overallGiven(given, stars, dimensions[context]);

    await openRound(scope, reviewable);
    await lockRound(scope, reviewable);
    const others = await scope.query(Review).where({ context, sourceId });
    if (others.some((review) => review.authorId === authorId)) throw failure("reviews.already_reviewed");
    const isByHost = authorId === hostId;
    const review = await scope.query(Review).insert({
      context,
      sourceId,
      authorId,
      subjectId: isByHost ? clientId : hostId,
      gigId: isByHost ? null : gigId,
      ratings: given,
      overall,
      text,
      publishedAt: null,
      hiddenAt: null,
      hiddenReason: null,
      reply: null,
      repliedAt: null,
    });
    await watchWriting(scope, {
      subject: { kind: "review", id: review.id },
      authorId,
      texts: [text],
      audience: "public",
    });
    await announce(scope, "review.created", reviewFactOf(review));

    if (others.length > 0 || waitDays === 0) {
      // In one order for everybody, or two sessions of the same two people could wait for each other's profiles.
      const both = [...others, review].toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
      for (const ready of both) await publish(scope, ready);
    } else {
      const dueAt = plus(scope.now, days(waitDays));
      await setTimer(scope, { name: "reviews.publish_review", subjectId: review.id, dueAt });
    }
    const shown = await presentReviewById(scope, review.id);
    if (!shown) throw new Error("A review just written is not there.");
    return shown;
  },
});

/** The overall rating of what was given; refuses ratings that are not those the site asks for. */
function overallGiven(given: Ratings, stars: number | undefined, dimensions: readonly Dimension[]): number {
  const overall = overallOf({ ratings: given, ...(stars !== undefined && { stars }) });
  // With stars, the ratings may be left out as a whole.
  const { missing, unknown } =
    stars !== undefined && Object.keys(given).length === 0
      ? { missing: [], unknown: [] }
      : strayNames(given, dimensions);
  const fields = [
    ...missing.map((name) => ({ path: ["ratings", name], message: "Give this rating too." })),
    ...unknown.map((name) => ({ path: ["ratings", name], message: "This is not rated here." })),
  ];
  if (fields.length > 0) throw invalidFields(...fields);
  if (overall === null) throw invalidFields({ path: ["stars"], message: "Give stars or ratings." });
  return overall;
}
