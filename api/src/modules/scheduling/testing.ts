import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { minutes, plus } from "../../platform/time.ts";
import { addMember, type Member } from "../identity/index.ts";
import { changeProfile } from "../people/index.ts";
import { addBooking } from "./bookings/add-booking.ts";
import { confirm } from "./bookings/changes.ts";
import { type Booking } from "./models/booking.ts";
import { Host } from "./models/host.ts";
import { SessionOffer } from "./models/session-offer.ts";
import { WeeklyHours } from "./models/weekly-hours.ts";
import { takeTime } from "./take-time.ts";

let made = 0;

/** Somebody known to the site. */
export async function buildMember(
  scope: Scope,
  changes: Partial<Parameters<typeof addMember>[1]> = {},
): Promise<Member> {
  made += 1;
  const email = `person-${made}-${newId(wallClock()).slice(-6)}@example.com`;
  return addMember(scope, {
    email,
    isEmailVerified: true,
    name: `Person ${made}`,
    roles: ["client"],
    ...changes,
  });
}

/** A host whom the site shows and who takes bookings, without hours or offers. */
export async function buildHost(
  scope: Scope,
  { isListed = true, ...changes }: Partial<Pick<Host, "timeZone" | "isAccepting" | "isListed">> = {},
): Promise<Host> {
  const { id } = await buildMember(scope, { roles: ["coach"] });
  await changeProfile(scope, id, { isListed });
  return await scope.query(Host).insert({ id, timeZone: "UTC", isAccepting: true, isListed, ...changes });
}

/** The same hours every day of the week; 9 to 17 unless told. */
export async function buildHours(
  scope: Scope,
  hostId: string,
  { startMinute, endMinute }: { startMinute: number; endMinute: number } = {
    startMinute: 540,
    endMinute: 1020,
  },
): Promise<void> {
  const week = [1, 2, 3, 4, 5, 6, 7];
  await scope
    .query(WeeklyHours)
    .insert(
      week.map((weekday) => ({ hostId, weekday, startMinute, endMinute, validFrom: null, validUntil: null })),
    );
}

/** A session of an hour for 80 euros, bookable without notice and as far ahead as anybody likes. */
export async function buildOffer(
  scope: Scope,
  hostId: string,
  changes: Partial<SessionOffer> = {},
): Promise<SessionOffer> {
  const offer: Partial<SessionOffer> = {
    hostId,
    title: "First talk",
    description: "",
    minutes: 60,
    amountMinor: 8000,
    currency: "EUR",
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    stepMinutes: null,
    noticeMinutes: 0,
    horizon: null,
    limits: {},
    isActive: true,
    hiddenAt: null,
    version: 1,
    ...changes,
  };
  return await scope.query(SessionOffer).insert(offer);
}

/** A host with hours from 9 to 17 every day and one offer. */
export async function buildOpenHost(
  scope: Scope,
  { timeZone = "UTC", ...offer }: Partial<SessionOffer> & { timeZone?: string } = {},
): Promise<{ host: Host; offer: SessionOffer }> {
  const host = await buildHost(scope, { timeZone });
  await buildHours(scope, host.id);
  return { host, offer: await buildOffer(scope, host.id, offer) };
}

/** A confirmed booking of an offer; `orderId` makes it governed, `isPending` leaves it waiting. */
export async function buildBooking(
  scope: Scope,
  offer: SessionOffer,
  {
    clientId,
    startsAt,
    orderId = null,
    isPending = false,
  }: { clientId: string; startsAt: Date; orderId?: string | null; isPending?: boolean },
): Promise<Booking> {
  const endsAt = plus(startsAt, minutes(offer.minutes));
  const {
    id: offerId,
    hostId,
    title,
    amountMinor,
    currency,
    bufferBeforeMinutes,
    bufferAfterMinutes,
  } = offer;
  const slot = {
    id: newId(wallClock()),
    offerId,
    hostId,
    title,
    minutes: offer.minutes,
    amountMinor,
    currency,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    startsAt,
    endsAt,
    hostZone: "UTC",
  };
  if (!(await takeTime(scope, slot, "pending"))) throw new Error("That time is taken.");
  const booking = await addBooking(scope, slot, { clientId, orderId, keepUntil: null });
  return isPending ? booking : confirm(scope, booking, "system");
}
