import { z } from "zod";
import { type EventName } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { type ManageAction, presentOrderById, readManageUrl } from "../../orders/index.ts";
import { calendarFileOf, personalMeetingLink, presentBookingById } from "../../scheduling/index.ts";
import { siteOf } from "../../tenancy/index.ts";
import { type Category } from "../rules/categories.ts";
import { type Found, type Notice, notice, type Reading, type NoticeName } from "./notice.ts";
import { type SessionNews } from "./session-texts.ts";
import { sampleSession, type SessionValues, wordsAbout } from "./session-words.ts";

type Booking = NonNullable<Awaited<ReturnType<typeof presentBookingById>>>;
type Order = NonNullable<Awaited<ReturnType<typeof presentOrderById>>>;

/** What every news of a session says, as far as it is needed here. */
const sessionFact = z.object({
  bookingId: z.uuid(),
  version: z.int(),
  /** Of a reminder: how long before the start. */
  minutes: z.int().optional(),
  /** Of a proposal: whose it is. */
  by: z.string().optional(),
});

interface Occasion {
  readonly news: SessionNews;
  readonly name: NoticeName;
  readonly on: EventName;
  readonly category: Category;
  /** Links it offers; only a session that was sold has any. */
  readonly actions: readonly ManageAction[];
  readonly hasCalendar: boolean;
  readonly isUrgent?: true;
}

const sessions = { category: "sessions", hasCalendar: true } as const;

const occasions: readonly Occasion[] = [
  {
    ...sessions,
    news: "confirmed",
    name: "booking_confirmed",
    on: "booking.confirmed",
    actions: ["calendar", "move", "cancel"],
  },
  {
    ...sessions,
    news: "moved",
    name: "booking_moved",
    isUrgent: true,
    on: "booking.moved",
    actions: ["calendar", "move", "cancel"],
  },
  {
    ...sessions,
    news: "cancelled",
    name: "booking_cancelled",
    isUrgent: true,
    on: "booking.cancelled",
    actions: [],
  },
  {
    news: "reminder",
    name: "booking_reminder",
    isUrgent: true,
    on: "booking.reminder_due",
    category: "reminders",
    actions: ["move", "cancel"],
    hasCalendar: false,
  },
  {
    ...sessions,
    news: "move_proposed",
    name: "move_proposed",
    isUrgent: true,
    on: "order.move_proposed",
    actions: ["answer"],
    hasCalendar: false,
  },
];

/** News of a session for its two people. */
export const sessionNotices: readonly Notice[] = occasions.map((occasion) =>
  notice<z.infer<typeof sessionFact>, SessionValues>({
    name: occasion.name,
    category: occasion.category,
    on: occasion.on,
    ...(occasion.isUrgent && { isUrgent: occasion.isUrgent }),
    fact: sessionFact,
    once: ({ bookingId, version, minutes = 0 }) => [bookingId, version, minutes],
    async readers(scope, { bookingId, by }) {
      const booking = await presentBookingById(scope, bookingId);
      if (!booking) return [];
      const { clientId, hostId } = booking;
      if (occasion.news !== "move_proposed") return [clientId, hostId];
      return [by === "client" ? hostId : clientId];
    },
    find: (scope, { bookingId }, reading) => findSession(scope, bookingId, occasion, reading),
    words: wordsAbout(occasion.news),
    sample: sampleSession(occasion.actions),
  }),
);

async function findSession(
  scope: Scope,
  bookingId: string,
  occasion: Occasion,
  { reader, locale }: Reading,
): Promise<Found<SessionValues> | null> {
  const booking = await presentBookingById(scope, bookingId);
  if (!booking) return null;
  const isHost = reader.id === booking.hostId;
  const other = await readMember(scope, isHost ? booking.clientId : booking.hostId);
  const order = booking.orderId === null ? null : await presentOrderById(scope, booking.orderId);
  if (!other || !isTrue(occasion.news, booking, order, isHost)) return null;
  const file = occasion.hasCalendar ? await calendarFileOf(scope, { bookingId, memberId: reader.id }) : null;
  const hasRefund = occasion.news === "cancelled" && !isHost && order !== null && order.refundedMinor > 0;
  const proposal = occasion.news === "move_proposed" ? order?.proposal : null;
  return {
    about: { kind: "booking", id: bookingId },
    ...(file && { calendar: { method: file.method, ics: file.text } }),
    values: {
      title: booking.title,
      other: other.name,
      when: new Date(booking.startsAt),
      zone: reader.timeZone ?? (isHost ? booking.hostZone : siteOf(scope.tenant).timeZone),
      proposed: proposal ? new Date(proposal.startsAt) : null,
      where: occasion.news === "cancelled" ? null : roomOf(scope, booking, reader.id),
      refund: hasRefund ? { amountMinor: order.refundedMinor, currency: order.currency } : null,
      actions: await linksOf(scope, occasion.actions, { booking, order, isHost, locale }),
    },
  };
}

/** Whether the news still says what is so: the booking may have changed while it waited. */
function isTrue(news: SessionNews, booking: Booking, order: Order | null, isHost: boolean): boolean {
  // One that was never confirmed was never announced to anybody.
  if (news === "cancelled") return booking.state === "cancelled" && booking.meetingLink !== null;
  if (booking.state !== "confirmed") return false;
  const own = isHost ? "provider" : "client";
  return news !== "move_proposed" || (order?.proposal?.by ?? own) !== own;
}

/** The reader's own way into the room, good until it closes. */
function roomOf({ tenant }: Scope, booking: Booking, readerId: string): string | null {
  if (booking.meetingLink === null) return null;
  const startsAt = new Date(booking.startsAt);
  const endsAt = new Date(booking.endsAt);
  return personalMeetingLink(tenant.id, { id: booking.id, startsAt, endsAt }, readerId);
}

interface SessionOfReader {
  readonly booking: Booking;
  readonly order: Order | null;
  readonly isHost: boolean;
  readonly locale: string;
}

async function linksOf(
  scope: Scope,
  actions: readonly ManageAction[],
  { booking, order, isHost, locale }: SessionOfReader,
): Promise<SessionValues["actions"]> {
  if (!order) return [];
  const links: { action: ManageAction; url: string }[] = [];
  for (const action of actions) {
    const startsAt = action === "answer" ? order.proposal?.startsAt : booking.startsAt;
    if (startsAt === undefined) continue;
    const url = await readManageUrl(scope, order.id, {
      side: isHost ? "provider" : "client",
      action,
      about: new Date(startsAt),
      expiresAt: new Date(booking.endsAt),
      locale,
    });
    if (url !== null) links.push({ action, url });
  }
  return links;
}
