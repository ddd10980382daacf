import { z } from "zod";
import { readMember } from "../../identity/index.ts";
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

const invite = ({ title, other }: Invitation, reading: ReadingOf): Words => {
  const { invited } = reviewTexts[reading.locale];
  return { subject: invited.subject(title), intro: invited.intro(other), actions: linkTo(reading) };
};

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
