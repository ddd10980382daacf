import { z } from "zod";
import { formatAmount } from "../../../platform/money.ts";
import { type EventName } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { presentOrderById } from "../../orders/index.ts";
import { presentBookingById } from "../../scheduling/index.ts";
import { siteOf } from "../../tenancy/index.ts";
import { type DisputeNews, disputeTexts } from "./dispute-texts.ts";
import {
  type Found,
  type Notice,
  notice,
  type NoticeName,
  type Reading,
  type ReadingOf,
  type Words,
} from "./notice.ts";
import { timeIn } from "./session-words.ts";

interface DisputeValues {
  /** What was booked. */
  readonly title: string;
  /** Until when the reader can answer; null when nobody waits for them. */
  readonly until: Date | null;
  readonly zone: string;
  /** What went back to the client, once it has ended. */
  readonly back: { readonly amountMinor: number; readonly currency: string } | null;
}

const fact = z.object({
  orderId: z.uuid(),
  disputeId: z.uuid(),
  buyerId: z.uuid(),
  sellerId: z.uuid(),
  version: z.int(),
});
type Fact = z.infer<typeof fact>;

const occasions: readonly {
  readonly news: DisputeNews;
  readonly name: NoticeName;
  readonly on: EventName;
}[] = [
  { news: "opened", name: "dispute_opened", on: "order.dispute_opened" },
  { news: "answered", name: "dispute_answered", on: "order.dispute_answered" },
  { news: "closed", name: "dispute_closed", on: "order.dispute_closed" },
];

/** News of a dispute for its two sides. */
export const disputeNotices: readonly Notice[] = occasions.map(({ news, name, on }) => {
  const words = (values: DisputeValues, reading: ReadingOf) => wordsOf(news, values, reading);
  return notice<Fact, DisputeValues>({
    name,
    category: "orders",
    on,
    isUrgent: true,
    fact,
    once: ({ disputeId, version }) => [disputeId, version],
    readers: async (_scope, { buyerId, sellerId }) => [buyerId, sellerId],
    find: (scope, told, reading) => findDispute(scope, told, news, reading),
    words: { en: words, "zh-CN": words, ar: words },
    sample: {
      title: "First talk",
      until: news === "opened" ? new Date("2026-05-04T09:00:00Z") : null,
      zone: "Europe/Berlin",
      back: news === "closed" ? { amountMinor: 5_400, currency: "EUR" } : null,
    },
  });
});

async function findDispute(
  scope: Scope,
  { orderId, disputeId }: Fact,
  news: DisputeNews,
  { reader }: Reading,
): Promise<Found<DisputeValues> | null> {
  const order = await presentOrderById(scope, orderId);
  const subject = order && (await subjectOf(scope, order));
  const dispute = order?.dispute;
  // It may have gone on while the news waited, and then that is told.
  if (!subject || dispute?.id !== disputeId || (news === "closed") !== (dispute.closedAt !== null))
    return null;
  const side = reader.id === order.sellerId ? "provider" : "client";
  const until = dispute.openedBy === side || news !== "opened" ? null : dispute.replyUntil;
  return {
    about: subject.about,
    values: {
      title: subject.title,
      until: until === null ? null : new Date(until),
      zone: reader.timeZone ?? siteOf(scope.tenant).timeZone,
      back:
        news === "closed" && dispute.outcome !== "withdrawn"
          ? { amountMinor: order.refundedMinor, currency: order.currency }
          : null,
    },
  };
}

/** What an order is for: a session is looked up by its booking, work by the order. */
async function subjectOf(
  scope: Scope,
  { id, bookingId, work }: NonNullable<Awaited<ReturnType<typeof presentOrderById>>>,
): Promise<{ readonly title: string; readonly about: Found<DisputeValues>["about"] } | null> {
  if (bookingId === null) return work && { title: work.title, about: { kind: "order", id } };
  const booking = await presentBookingById(scope, bookingId);
  return booking && { title: booking.title, about: { kind: "booking", id: bookingId } };
}

function wordsOf(
  news: DisputeNews,
  { title, until, zone, back }: DisputeValues,
  { locale }: ReadingOf,
): Words {
  const texts = disputeTexts[locale];
  const given = back ? ` ${texts.back(formatAmount(locale, back))}` : "";
  return {
    subject: texts.subject[news](title),
    intro: `${texts.intro[news]}${given}`,
    ...(until && { facts: [[texts.until, timeIn(locale, zone, until)]] }),
  };
}
