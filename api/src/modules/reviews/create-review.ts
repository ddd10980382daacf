import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { days, plus } from "../../platform/time.ts";
import { setTimer } from "../../platform/timers/timer.ts";
import { callingMember } from "../identity/index.ts";
import { watchWriting } from "../safety/index.ts";
import { presentBookingById } from "../scheduling/index.ts";
import { failure } from "./errors.ts";
import { reviewFactOf } from "./events.ts";
import { Review } from "./models/review.ts";
import { presentReviewById, rating, reviewView } from "./present.ts";
import { publish } from "./publish.ts";
import { lockRound, openRound } from "./round.ts";
import { reviewsOf } from "./settings.ts";

export const createReview = operation({
  summary:
    "Reviews the other person of a completed session, once. It is published with the other side's review, or after some days.",
  input: z.strictObject({
    bookingId: z.uuid(),
    ratings: z.strictObject({ knowledge: rating, communication: rating, professionalism: rating }),
    text: z.string().trim().max(4000).default(""),
  }),
  output: reviewView,
  async run(scope, { bookingId, ratings, text }) {
    const authorId = callingMember(scope);
    const booking = await presentBookingById(scope, bookingId);
    if (!booking || ![booking.clientId, booking.hostId].includes(authorId)) throw notFound();
    if (booking.state !== "completed") throw failure("reviews.not_completed");

    await openRound(scope, booking);
    await lockRound(scope, bookingId);
    const given = await scope.query(Review).where({ bookingId });
    if (given.some((review) => review.authorId === authorId)) throw failure("reviews.already_reviewed");
    const review = await scope.query(Review).insert({
      bookingId,
      authorId,
      subjectId: authorId === booking.hostId ? booking.clientId : booking.hostId,
      ...ratings,
      text,
      publishedAt: null,
      hiddenAt: null,
      hiddenReason: null,
    });
    await watchWriting(scope, {
      subject: { kind: "review", id: review.id },
      authorId,
      texts: [text],
      audience: "public",
    });
    await announce(scope, "review.created", reviewFactOf(review));

    const { waitDays } = reviewsOf(scope.tenant);
    if (given.length > 0 || waitDays === 0) {
      // In one order for everybody, or two sessions of the same two people could wait for each other's profiles.
      const both = [...given, review].toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
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
