import { z } from "zod";
import { readMember } from "../../identity/index.ts";
import { presentOrderById } from "../../orders/index.ts";
import { presentReviewById } from "../../reviews/index.ts";
import { presentBookingById } from "../../scheduling/index.ts";
import { siteOf } from "../../tenancy/index.ts";
import { type Notice, notice, type ReadingOf, type Words } from "./notice.ts";
import { reviewTexts } from "./review-texts.ts";

interface Invitation {
  readonly title: string;
  /** The name of the other person. */
  readonly other: string;
}

interface Given {
  readonly author: string;
  readonly average: number;
}

const linkTo = ({ locale, tenant }: ReadingOf) => {
  const { siteUrl } = siteOf(tenant);
  return siteUrl === null ? [] : [{ label: reviewTexts[locale].open, url: siteUrl }];
};

const inviteTo =
  (what: "invited" | "workInvited") =>
  ({ title, other }: Invitation, reading: ReadingOf): Words => {
    const { subject, intro } = reviewTexts[reading.locale][what];
    return { subject: subject(title), intro: intro(other), actions: linkTo(reading) };
  };

const invite = inviteTo("invited");
const inviteToWork = inviteTo("workInvited");

const tell = ({ author, average }: Given, reading: ReadingOf): Words => {
  const { published, rating } = reviewTexts[reading.locale];
  const value = new Intl.NumberFormat(reading.locale).format(average);
  return {
    subject: published.subject(author),
    intro: published.intro(author),
    facts: [[rating, `${value} / ${new Intl.NumberFormat(reading.locale).format(5)}`]],
    actions: linkTo(reading),
  };
};

/** Asks for reviews and tells of them. */
export const reviewNotices: readonly Notice[] = [
  notice({
    name: "review_invited",
    category: "reviews",
    on: "booking.completed",
    fact: z.object({ bookingId: z.uuid(), clientId: z.uuid(), hostId: z.uuid() }),
    once: ({ bookingId }) => [bookingId],
    readers: async ({ tenant }, { clientId, hostId }) =>
      tenant.activeModules.includes("reviews") ? [clientId, hostId] : [],
    async find(scope, { bookingId, clientId, hostId }, { reader }) {
      const booking = await presentBookingById(scope, bookingId);
      const other = await readMember(scope, reader.id === hostId ? clientId : hostId);
      if (booking?.state !== "completed" || booking.absent.length > 0 || !other) return null;
      return {
        values: { title: booking.title, other: other.name },
        about: { kind: "booking", id: bookingId },
      };
    },
    words: { en: invite, "zh-CN": invite, ar: invite },
    sample: { title: "First talk", other: "Ann Baker" },
  }),
  notice({
    name: "work_review_invited",
    category: "reviews",
    on: "order.settled",
    fact: z.object({ orderId: z.uuid(), kind: z.string(), buyerId: z.uuid(), sellerId: z.uuid() }),
    once: ({ orderId }) => [orderId],
    readers: async ({ tenant }, { kind, buyerId, sellerId }) =>
      // Whoever had a session was asked when it was over.
      kind === "work" && tenant.activeModules.includes("reviews") ? [buyerId, sellerId] : [],
    async find(scope, { orderId, buyerId, sellerId }, { reader }) {
      const order = await presentOrderById(scope, orderId);
      const other = await readMember(scope, reader.id === sellerId ? buyerId : sellerId);
      // Of work, what was bought of a gig alone is reviewed.
      if (order?.state !== "completed" || order.work?.subject.kind !== "gig" || !other) return null;
      return {
        values: { title: order.work.title, other: other.name },
        about: { kind: "order", id: orderId },
      };
    },
    words: { en: inviteToWork, "zh-CN": inviteToWork, ar: inviteToWork },
    sample: { title: "A logo drawn by hand", other: "Ann Baker" },
  }),
  notice({
    name: "review_published",
    category: "reviews",
    on: "review.published",
    fact: z.object({ reviewId: z.uuid(), subjectId: z.uuid() }),
    once: ({ reviewId }) => [reviewId],
    readers: async (_scope, { subjectId }) => [subjectId],
    async find(scope, { reviewId }) {
      const review = await presentReviewById(scope, reviewId);
      if (!review || review.isHidden) return null;
      return {
        values: { author: review.authorName, average: review.average },
        about: { kind: "review", id: reviewId },
      };
    },
    words: { en: tell, "zh-CN": tell, ar: tell },
    sample: { author: "Ann B.", average: 4.67 },
  }),
];
