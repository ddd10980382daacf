import { minorDigits } from "../../../platform/money.ts";
import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { calendarFileOf, personalMeetingLink, presentBookingById } from "../../scheduling/index.ts";
import { localeFor, productName, siteOf } from "../../tenancy/index.ts";
import { type ManageAction, manageUrl } from "../manage/manage-link.ts";
import { Order, type Side } from "../models/order.ts";
import { renderSessionMail } from "./render.ts";
import { type SessionMailKind, sessionMailTexts } from "./texts.ts";

/** One mail to one side of a session. */
export interface SessionMailRequest {
  readonly kind: SessionMailKind;
  readonly side: Side;
  readonly bookingId: string;
  /** The same for every attempt at one mail. */
  readonly key: string;
}

type Booking = NonNullable<Awaited<ReturnType<typeof presentBookingById>>>;
type KnownMember = NonNullable<Awaited<ReturnType<typeof readMember>>>;

/** Everything a mail speaks of. */
interface Subject extends SessionMailRequest {
  readonly booking: Booking;
  readonly reader: KnownMember;
  readonly other: KnownMember;
  /** Null when nobody sold the session. */
  readonly order: Order | null;
}

/** Links a mail offers; only a session that was sold has any. */
const linksOf: Readonly<Record<SessionMailKind, readonly ManageAction[]>> = {
  confirmed: ["move", "cancel", "calendar"],
  moved: ["move", "cancel", "calendar"],
  reminder: ["move", "cancel"],
  move_proposed: ["answer"],
  cancelled: [],
};

const carriesCalendar: ReadonlySet<SessionMailKind> = new Set(["confirmed", "moved", "cancelled"]);

/** Writes a mail about a session as it now is; null when there is nothing to say any more, or nobody to say it to. */
export async function writeSessionMail(scope: Scope, request: SessionMailRequest): Promise<Mail | null> {
  const subject = await readSubject(scope, request);
  if (!subject || !isTrue(subject)) return null;
  const { booking, reader, kind } = subject;
  const file = carriesCalendar.has(kind)
    ? await calendarFileOf(scope, { bookingId: booking.id, memberId: reader.id })
    : null;
  return {
    to: { address: reader.email, name: reader.name },
    ...renderSessionMail(sayIn(scope, subject)),
    ...(file && { calendar: { method: file.method, ics: file.text } }),
    key: request.key,
  };
}

async function readSubject(scope: Scope, request: SessionMailRequest): Promise<Subject | null> {
  const booking = await presentBookingById(scope, request.bookingId);
  if (!booking) return null;
  const client = await readMember(scope, booking.clientId);
  const host = await readMember(scope, booking.hostId);
  const [reader, other] = request.side === "client" ? [client, host] : [host, client];
  if (!reader || !other || reader.status !== "active") return null;
  const [order = null] = await scope.read<Order>`select * from ${Order} o where id = ${booking.orderId}`;
  return { ...request, booking, reader, other, order };
}

/** Whether the mail still says what is so: the booking may have changed while it waited. */
function isTrue({ kind, booking, order, side }: Subject): boolean {
  // One that was never confirmed was never announced to anybody.
  if (kind === "cancelled") return booking.state === "cancelled" && booking.meetingLink !== null;
  if (booking.state !== "confirmed") return false;
  return kind !== "move_proposed" || (order?.proposedBy ?? side) !== side;
}

function sayIn(scope: Scope, subject: Subject) {
  const { kind, booking, reader, other, side, order } = subject;
  const { tenant } = scope;
  const locale = localeFor(tenant, reader.locale);
  const texts = sessionMailTexts[locale];
  const zone = reader.timeZone ?? (side === "provider" ? booking.hostZone : siteOf(tenant).timeZone);
  const timeOf = (at: Date) => timeIn(locale, zone, at);
  const facts: [string, string][] = [[texts.when, timeOf(new Date(booking.startsAt))]];
  if (kind === "move_proposed" && order?.proposedStartsAt)
    facts.push([texts.proposed, timeOf(order.proposedStartsAt)]);
  if (kind !== "cancelled" && booking.meetingLink) facts.push([texts.where, personalLink(scope, subject)]);
  const hasRefund = kind === "cancelled" && side === "client" && order !== null && order.refundedMinor > 0;
  const refund = hasRefund ? ` ${texts.refund(moneyIn(locale, order.refundedMinor, order.currency))}` : "";
  return {
    locale,
    site: productName(tenant),
    colour: siteOf(tenant).brand.colour,
    subject: texts.subject[kind](booking.title),
    intro: `${texts.intro[kind](other.name)}${refund}`,
    facts,
    links: linksOf[kind].flatMap((action) => {
      const url = order && linkTo(scope, subject, order, action);
      return url === null ? [] : [{ label: texts.links[action], url }];
    }),
  };
}

/** The reader's own way into the room, good until it closes. */
function personalLink({ tenant }: Scope, { booking, reader }: Subject): string {
  const { id, startsAt, endsAt } = booking;
  return personalMeetingLink(
    tenant.id,
    { id, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    reader.id,
  );
}

function linkTo(
  { tenant }: Scope,
  { side, booking }: Subject,
  order: Order,
  action: ManageAction,
): string | null {
  const about = action === "answer" ? order.proposedStartsAt : new Date(booking.startsAt);
  return about && manageUrl(tenant, order, { side, action, about }, new Date(booking.endsAt));
}

const timeIn = (locale: string, timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(at);

const moneyIn = (locale: string, minor: number, currency: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(minor / 10 ** minorDigits(currency));
