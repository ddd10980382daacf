import { z } from "zod";
import { formatAmount } from "../../../platform/money.ts";
import { type EventName } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { presentOrderById } from "../../orders/index.ts";
import { siteOf } from "../../tenancy/index.ts";
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
import { type WorkNews, workTexts } from "./work-texts.ts";

type Order = NonNullable<Awaited<ReturnType<typeof presentOrderById>>>;
type Work = NonNullable<Order["work"]>;

interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

interface WorkValues {
  readonly news: WorkNews;
  readonly title: string;
  /** The name of the other person. */
  readonly other: string;
  readonly zone: string;
  readonly price: Money | null;
  readonly due: Date | null;
  /** When it counts as accepted by itself. */
  readonly accepts: Date | null;
  /** Until when a proposal can be answered, and what would go back. */
  readonly proposal: { readonly until: Date | null; readonly percent: number } | null;
  /** What goes back to the buyer. */
  readonly back: Money | null;
}

const fact = z.object({
  orderId: z.uuid(),
  kind: z.string(),
  buyerId: z.uuid(),
  sellerId: z.uuid(),
  version: z.int(),
  /** Who made the proposal that it is about. */
  by: z.enum(["client", "provider"]).optional(),
  /** What it reminds of. */
  about: z.enum(["answers", "due_soon", "late", "acceptance"]).optional(),
});
type Fact = z.infer<typeof fact>;

interface Occasion {
  readonly name: NoticeName;
  readonly on: EventName;
  /** What is told; a reminder says which by what it is about. */
  readonly news: Exclude<WorkNews, "answers_due" | "due_soon" | "late" | "acceptance"> | "reminder";
  readonly tells: (fact: Fact) => readonly string[];
  /** Whether it is still so. */
  readonly isTrue: (order: Order, work: Work) => boolean;
}

const buyer = ({ buyerId }: Fact) => [buyerId];
const seller = ({ sellerId }: Fact) => [sellerId];
const both = ({ buyerId, sellerId }: Fact) => [buyerId, sellerId];
const always = () => true;

const reminded: Readonly<Record<NonNullable<Fact["about"]>, { news: WorkNews; tells: Occasion["tells"] }>> = {
  answers: { news: "answers_due", tells: buyer },
  due_soon: { news: "due_soon", tells: seller },
  late: { news: "late", tells: both },
  acceptance: { news: "acceptance", tells: buyer },
};

const occasions: readonly Occasion[] = [
  { name: "order_paid", on: "order.confirmed", news: "paid", tells: seller, isTrue: always },
  {
    name: "order_questions",
    on: "order.confirmed",
    news: "questions",
    tells: buyer,
    isTrue: ({ state }) => state === "requirements",
  },
  { name: "order_answered", on: "order.answers_sent", news: "answered", tells: seller, isTrue: always },
  {
    name: "work_delivered",
    on: "order.delivered",
    news: "delivered",
    tells: buyer,
    isTrue: ({ state }) => state === "delivered",
  },
  {
    name: "revision_asked",
    on: "order.revision_asked",
    news: "changes",
    tells: seller,
    isTrue: ({ state }) => state === "revision",
  },
  {
    name: "work_accepted",
    on: "order.settled",
    news: "accepted",
    tells: seller,
    isTrue: ({ state, dispute }) => state === "completed" && dispute?.outcome !== "conceded",
  },
  { name: "work_cancelled", on: "order.cancelled", news: "cancelled", tells: both, isTrue: always },
  {
    name: "cancel_proposed",
    on: "order.cancel_proposed",
    news: "proposed",
    tells: ({ by, buyerId, sellerId }) => [by === "client" ? sellerId : buyerId],
    isTrue: (_order, { cancel }) => cancel !== null,
  },
  {
    name: "cancel_dropped",
    on: "order.cancel_dropped",
    news: "dropped",
    tells: ({ by, buyerId, sellerId }) => [by === "client" ? buyerId : sellerId],
    isTrue: (_order, { cancel }) => cancel === null,
  },
  {
    name: "work_reminder",
    on: "order.reminded",
    news: "reminder",
    tells: ({ about, ...told }) => (about ? reminded[about].tells(told) : []),
    isTrue: always,
  },
];

/** News of an order for work for its two people. Sessions have their own. */
export const workNotices: readonly Notice[] = occasions.map(({ name, on, news, tells, isTrue }) =>
  notice<Fact, WorkValues>({
    name,
    category: news === "reminder" ? "reminders" : "orders",
    on,
    ...(news === "reminder" && { isUrgent: true as const }),
    fact,
    once: ({ orderId, version, about = "" }) => [orderId, version, about],
    readers: async (_scope, told) => (told.kind === "work" ? tells(told) : []),
    async find(scope, { orderId, about }, reading) {
      const order = await presentOrderById(scope, orderId);
      if (!order?.work || !isTrue(order, order.work)) return null;
      const told = news === "reminder" ? reminded[about ?? "late"].news : news;
      return findWork(scope, order, order.work, told, reading);
    },
    words: { en: wordsOf, "zh-CN": wordsOf, ar: wordsOf },
    sample: sampleOf(news === "reminder" ? "due_soon" : news),
  }),
);

async function findWork(
  scope: Scope,
  { id, buyerId, sellerId, totalMinor, refundedMinor, currency }: Order,
  { title, dueAt, acceptsAt, cancel }: Work,
  news: WorkNews,
  { reader }: Reading,
): Promise<Found<WorkValues> | null> {
  const other = await readMember(scope, reader.id === sellerId ? buyerId : sellerId);
  if (!other) return null;
  const dateOf = (text: string | null) => (text === null ? null : new Date(text));
  return {
    about: { kind: "order", id },
    values: {
      news,
      title,
      other: other.name,
      zone: reader.timeZone ?? siteOf(scope.tenant).timeZone,
      price: news === "paid" ? { amountMinor: totalMinor, currency } : null,
      due: ["accepted", "cancelled", "delivered", "acceptance"].includes(news) ? null : dateOf(dueAt),
      accepts: dateOf(acceptsAt),
      proposal: cancel && { until: dateOf(cancel.until), percent: cancel.refundShare / 100 },
      back: news === "cancelled" && refundedMinor > 0 ? { amountMinor: refundedMinor, currency } : null,
    },
  };
}

function wordsOf(
  { news, title, other, zone, price, due, accepts, proposal, back }: WorkValues,
  { locale }: ReadingOf,
): Words {
  const texts = workTexts[locale];
  const given = back ? ` ${texts.back(formatAmount(locale, back))}` : "";
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  return {
    subject: texts.subject[news](title),
    intro: `${texts.intro[news](other)}${given}`,
    facts: [
      ...(price ? [[texts.price, formatAmount(locale, price)] as const] : []),
      ...(due ? [[texts.due, timeIn(locale, zone, due)] as const] : []),
      ...(accepts ? [[texts.accepts, timeIn(locale, zone, accepts)] as const] : []),
      ...(proposal ? [[texts.share, percent.format(proposal.percent / 100)] as const] : []),
      ...(proposal?.until ? [[texts.lapses, timeIn(locale, zone, proposal.until)] as const] : []),
    ],
  };
}

function sampleOf(news: WorkNews): WorkValues {
  const amount = { amountMinor: 19_900, currency: "EUR" };
  return {
    news,
    title: "A logo drawn by hand",
    other: "Ada Example",
    zone: "Europe/Berlin",
    price: news === "paid" ? amount : null,
    due: news === "due_soon" || news === "answered" ? new Date("2026-05-04T09:00:00Z") : null,
    accepts: news === "delivered" ? new Date("2026-05-07T09:00:00Z") : null,
    proposal: news === "proposed" ? { until: new Date("2026-05-06T09:00:00Z"), percent: 100 } : null,
    back: news === "cancelled" ? amount : null,
  };
}
