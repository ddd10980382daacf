import { z } from "zod";
import { type EventName } from "../../../platform/outbox/announce.ts";
import { type ChatPost } from "../../../platform/providers/chat-hooks/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type MailLocale, nameMembers } from "../../identity/index.ts";
import { presentOrderById } from "../../orders/index.ts";
import { presentApplicationById } from "../../people/index.ts";
import { presentReviewById } from "../../reviews/index.ts";
import { presentBookingById } from "../../scheduling/index.ts";
import { localeFor, siteOf } from "../../tenancy/index.ts";
import { timeIn } from "../notices/session-words.ts";
import { teamTexts } from "./team-texts.ts";

/** News a team can have posted into its chat, by the event each tells of. */
export const teamNewsNames = [
  "booking.confirmed",
  "booking.moved",
  "booking.cancelled",
  "provider.applied",
  "order.dispute_opened",
  "review.published",
] as const satisfies readonly EventName[];
export type TeamNewsName = (typeof teamNewsNames)[number];

const factSchemas = {
  booking: z.object({ bookingId: z.uuid(), version: z.int() }),
  application: z.object({ applicationId: z.uuid() }),
  dispute: z.object({ orderId: z.uuid(), disputeId: z.uuid() }),
  review: z.object({ reviewId: z.uuid() }),
};

/** One kind of news for the team. */
export interface TeamNews {
  readonly name: TeamNewsName;
  readonly fact: z.ZodType<object>;
  /** What there is to say now; null when it is gone. */
  readonly write: (scope: Scope, fact: object) => Promise<ChatPost | null>;
}

const aboutBooking = (name: "booking.confirmed" | "booking.moved" | "booking.cancelled"): TeamNews => ({
  name,
  fact: factSchemas.booking,
  write: (scope, fact) => postOfBooking(scope, name, factSchemas.booking.parse(fact).bookingId),
});

/** Every kind of news for the team. */
export const teamNews: readonly TeamNews[] = [
  aboutBooking("booking.confirmed"),
  aboutBooking("booking.moved"),
  aboutBooking("booking.cancelled"),
  {
    name: "provider.applied",
    fact: factSchemas.application,
    async write(scope, fact) {
      const application = await presentApplicationById(
        scope,
        factSchemas.application.parse(fact).applicationId,
      );
      if (application?.state !== "applied") return null;
      const { memberId, role } = application;
      const texts = teamTexts[localeOf(scope)];
      const names = await nameMembers(scope, [memberId]);
      return post(texts.titles["provider.applied"], [
        [texts.member, names.get(memberId) ?? ""],
        [texts.role, role],
      ]);
    },
  },
  {
    name: "order.dispute_opened",
    fact: factSchemas.dispute,
    async write(scope, fact) {
      const order = await presentOrderById(scope, factSchemas.dispute.parse(fact).orderId);
      if (!order) return null;
      const texts = teamTexts[localeOf(scope)];
      const names = await nameMembers(scope, [order.buyerId, order.sellerId]);
      return post(texts.titles["order.dispute_opened"], [
        [texts.order, order.number],
        [texts.session, order.lines.map(({ title }) => title).join(", ")],
        [texts.client, names.get(order.buyerId) ?? ""],
        [texts.provider, names.get(order.sellerId) ?? ""],
      ]);
    },
  },
  {
    name: "review.published",
    fact: factSchemas.review,
    async write(scope, fact) {
      const review = await presentReviewById(scope, factSchemas.review.parse(fact).reviewId);
      if (!review || review.isHidden) return null;
      const locale = localeOf(scope);
      const texts = teamTexts[locale];
      const names = await nameMembers(scope, [review.subjectId]);
      return post(texts.titles["review.published"], [
        [texts.about, names.get(review.subjectId) ?? ""],
        [texts.rating, `${new Intl.NumberFormat(locale).format(review.average)} / 5`],
      ]);
    },
  },
];

/** News for the team by its name. */
export const teamNewsCalled = (name: string): TeamNews | undefined =>
  teamNews.find((known) => known.name === name);

async function postOfBooking(scope: Scope, name: TeamNewsName, bookingId: string): Promise<ChatPost | null> {
  const booking = await presentBookingById(scope, bookingId);
  if (!booking || (booking.state === "cancelled") !== (name === "booking.cancelled")) return null;
  const { clientId, hostId, title, startsAt } = booking;
  const locale = localeOf(scope);
  const texts = teamTexts[locale];
  const names = await nameMembers(scope, [clientId, hostId]);
  return post(texts.titles[name], [
    [texts.session, title],
    [texts.when, timeIn(locale, siteOf(scope.tenant).timeZone, new Date(startsAt))],
    [texts.client, names.get(clientId) ?? ""],
    [texts.provider, names.get(hostId) ?? ""],
  ]);
}

// A chat has many readers: the site's first language is theirs.
const localeOf = ({ tenant }: Scope): MailLocale => localeFor(tenant, null);

const post = (title: string, facts: ChatPost["facts"]): ChatPost => ({
  title,
  text: "",
  facts: facts.filter(([, value]) => value !== ""),
});
