import { type Answers, type OutputOf } from "./fake-api.ts";

const dayMs = 86_400_000;

/** The moment tests happen at: Monday, 9 March 2026, 10:00 in Berlin. */
export const present = Date.parse("2026-03-09T09:00:00Z");

export const site: OutputOf<"tenancy.getSite"> = {
  name: "Bright Coaching",
  slug: "bright",
  isSandbox: false,
  locale: "en",
  locales: ["en", "zh-CN", "ar"],
  currency: "EUR",
  timeZone: "Europe/Berlin",
  brand: { colour: "#3457d5", logoUrl: null, productName: "Bright Coaching" },
  poweredBy: false,
  modules: ["core", "booking"],
};

export const offer: OutputOf<"scheduling.getOffer"> = {
  id: "0195a000-0000-7000-8000-00000000000a",
  hostId: "0195a000-0000-7000-8000-00000000000b",
  hostName: "Mara Lindqvist",
  title: "Career clarity session",
  description:
    "Fifty minutes to sort out where you stand and what comes next. You leave with three concrete steps.",
  minutes: 50,
  price: { amountMinor: 9000, currency: "EUR" },
};

export const member: OutputOf<"identity.signInWithCode">["member"] = {
  id: "0195a000-0000-7000-8000-00000000000c",
  name: "Ada Byron",
  email: "ada@example.com",
  emailVerified: true,
  roles: ["client"],
  locale: "en",
  timeZone: "Europe/Berlin",
};

export const session: OutputOf<"identity.signInWithCode"> = {
  accessToken: "access-1",
  accessExpiresAt: "2026-03-09T10:00:00Z",
  refreshToken: "refresh-1",
  refreshExpiresAt: "2026-03-10T09:00:00Z",
  member,
};

/** Free starts from tomorrow on: weekdays, on the hour from 8 to 15 UTC, a few taken. */
export function starts(from: string, until: string): string[] {
  const free: string[] = [];
  for (let day = Math.ceil(Date.parse(from) / dayMs) * dayMs; day < Date.parse(until); day += dayMs) {
    const weekday = new Date(day).getUTCDay();
    if (day <= present || weekday === 0 || weekday === 6) continue;
    for (let hour = 8; hour < 16; hour++) {
      if ((day / dayMs + hour) % 3 !== 0) free.push(new Date(day + hour * 3_600_000).toISOString());
    }
  }
  return free;
}

export const hold = (startsAt: string, at = present): OutputOf<"scheduling.holdSlot"> => ({
  id: "0195a000-0000-7000-8000-00000000000d",
  offerId: offer.id,
  hostId: offer.hostId,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 50 * 60_000).toISOString(),
  expiresAt: new Date(at + 10 * 60_000).toISOString(),
});

export const order: OutputOf<"orders.getOrder"> = {
  id: "0195a000-0000-7000-8000-00000000000e",
  state: "awaiting_payment",
  lines: [{ title: offer.title, quantity: 1, amountMinor: 9000 }],
  totalMinor: 9000,
  currency: "EUR",
  bookingId: "0195a000-0000-7000-8000-00000000000f",
  payUntil: new Date(present + 30 * 60_000).toISOString(),
  payment: null,
};

export const booking: OutputOf<"scheduling.getBooking"> = {
  id: "0195a000-0000-7000-8000-00000000000f",
  state: "confirmed",
  offerId: offer.id,
  hostId: offer.hostId,
  hostName: offer.hostName,
  title: offer.title,
  startsAt: "2026-03-10T09:00:00.000Z",
  endsAt: "2026-03-10T09:50:00.000Z",
  meetingUrl: "https://meet.example.com/room",
  calendarUrl: "https://api.example.com/calendar.ics",
};

/** A site with one coach, where everything goes well. */
export const goodAnswers: Answers = {
  "tenancy.getSite": () => site,
  "scheduling.getOffer": () => offer,
  "scheduling.listOffers": () => ({ items: [offer], nextCursor: null }),
  "scheduling.listSlots": ({ offerIds, from, until }) => ({
    items: offerIds.map((offerId) => ({
      offerId,
      hostId: offer.hostId,
      hostZone: "Europe/Berlin",
      startsAt: starts(from, until),
    })),
  }),
  "scheduling.holdSlot": ({ startsAt }) => hold(startsAt),
  "scheduling.getHold": () => hold("2026-03-10T09:00:00.000Z"),
  "scheduling.releaseHold": () => ({}),
  "scheduling.getBooking": () => booking,
  "identity.requestCode": () => ({ expiresAt: new Date(present + 600_000).toISOString() }),
  "identity.signInWithCode": () => session,
  "identity.refresh": () => session,
  "orders.placeOrder": () => order,
  "orders.getOrder": () => order,
  "orders.payOrder": () => ({ url: "https://pay.example.com/checkout" }),
  "orders.cancelOrder": () => ({ refundMinor: 9000 }),
};
