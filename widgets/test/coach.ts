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
  modules: ["core", "booking", "matching", "reviews", "chat"],
};

export const offer: OutputOf<"scheduling.getOffer"> = {
  id: "0195a000-0000-7000-8000-00000000000a",
  hostId: "0195a000-0000-7000-8000-00000000000b",
  title: "Career clarity session",
  description:
    "Fifty minutes to sort out where you stand and what comes next. You leave with three concrete steps.",
  minutes: 50,
  price: { amountMinor: 9000, currency: "EUR" },
  host: { name: "Mara Lindqvist", photoUrl: null },
};

const host: OutputOf<"people.getPerson"> = {
  id: offer.hostId,
  name: "Mara Lindqvist",
  headline: "Career coach",
  bio: "",
  expertise: [],
  languages: ["en", "sv"],
  countries: ["SE"],
  socials: {},
  photoUrl: null,
  fromPrice: offer.price,
  rating: 4.8,
  ratingCount: 31,
  answerMinutes: null,
};

export const member: OutputOf<"identity.signInWithCode">["member"] = {
  id: "0195a000-0000-7000-8000-00000000000c",
  name: "Ada Byron",
  email: "ada@example.com",
  emailVerified: true,
  roles: ["client"],
  pendingRoles: [],
  currency: null,
};

export const session: OutputOf<"identity.signInWithCode"> = {
  accessToken: "access-1",
  accessExpiresAt: "2026-03-09T10:00:00Z",
  refreshToken: "refresh-1",
  member,
};

/** Free starts from tomorrow on: weekdays, on the hour from 8 to 15 UTC, a few taken. */
function starts(from: string, until: string): string[] {
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

const newHold = (startsAt: string, minutes = 10): OutputOf<"scheduling.holdSlot"> => ({
  id: "0195a000-0000-7000-8000-00000000000d",
  state: "live",
  offerId: offer.id,
  startsAt,
  expiresAt: new Date(present + minutes * 60_000).toISOString(),
});

export const hold = (startsAt: string, minutes?: number): OutputOf<"scheduling.getHold"> => ({
  ...newHold(startsAt, minutes),
  hostId: offer.hostId,
  title: offer.title,
  minutes: offer.minutes,
  price: offer.price,
  endsAt: new Date(Date.parse(startsAt) + offer.minutes * 60_000).toISOString(),
  hostZone: "Europe/Stockholm",
  email: null,
});

/** The order of a session. */
export const order: OutputOf<"orders.getOrder"> & { readonly bookingId: string } = {
  id: "0195a000-0000-7000-8000-00000000000e",
  number: "T-1001",
  buyerId: member.id,
  sellerId: offer.hostId,
  kind: "session",
  bookingId: "0195a000-0000-7000-8000-00000000000d",
  state: "awaiting_payment",
  lines: [{ title: offer.title, quantity: 1, amountMinor: 9000 }],
  totalMinor: 9000,
  currency: "EUR",
  refundedMinor: 0,
  payUntil: new Date(present + 30 * 60_000).toISOString(),
  note: null,
  utm: null,
  proposal: null,
  work: null,
  dispute: null,
  placedAt: new Date(present).toISOString(),
  version: 1,
  role: "client",
  actions: [{ name: "pay", opensAt: null, closesAt: null }],
  events: [],
  questions: [],
  deliveries: [],
};

export const booking: OutputOf<"scheduling.getBooking"> = {
  id: order.bookingId,
  state: "confirmed",
  hostId: offer.hostId,
  clientId: member.id,
  offerId: offer.id,
  orderId: order.id,
  title: offer.title,
  minutes: offer.minutes,
  price: offer.price,
  startsAt: "2026-03-10T09:00:00.000Z",
  endsAt: "2026-03-10T09:50:00.000Z",
  hostZone: "Europe/Stockholm",
  meetingLink: "https://api.example.com/meet/1",
  keptUntil: null,
  cancelled: null,
  absent: [],
  version: 1,
  createdAt: new Date(present).toISOString(),
};

/** The booking as lists show it. */
export const listed: OutputOf<"scheduling.listBookings">["items"][number] = {
  ...booking,
  hostName: host.name,
  clientName: member.name,
};

export const payment: OutputOf<"money.verifyPayment"> = {
  id: "0195a000-0000-7000-8000-000000000010",
  orderId: order.id,
  payerId: null,
  amountMinor: 9000,
  currency: "EUR",
  status: "pending",
  refundedMinor: 0,
  description: offer.title,
  gateway: "test",
  createdAt: new Date(present).toISOString(),
  paidAt: null,
  expiresAt: new Date(present + 30 * 60_000).toISOString(),
  refunds: [],
  atGateway: null,
};

/** A site with one coach, where everything goes well. */
export const goodAnswers: Answers = {
  "tenancy.getSite": () => site,
  "scheduling.getOffer": () => offer,
  "scheduling.listOffers": () => ({ items: [offer], nextCursor: null }),
  "scheduling.listSlots": ({ offerIds, from, until }) => ({
    items: offerIds.map((offerId) => ({
      offerId,
      startsAt: starts(from, until),
    })),
  }),
  "scheduling.holdSlot": ({ startsAt }) => newHold(startsAt),
  "scheduling.getHold": () => hold("2026-03-10T09:00:00.000Z"),
  "scheduling.releaseHold": () => ({ ...hold("2026-03-10T09:00:00.000Z"), state: "released" }),
  "scheduling.giveHoldEmail": () => ({ expiresAt: new Date(present + 30 * 60_000).toISOString() }),
  "people.getPerson": () => host,
  "scheduling.getBooking": () => booking,
  "identity.requestCode": () => ({ expiresAt: new Date(present + 600_000).toISOString() }),
  "identity.signInWithCode": () => session,
  "identity.refresh": () => session,
  "identity.signOut": () => ({}),
  "identity.getEntrance": () => ({
    roles: ["client", "coach"],
    rolesToApprove: ["coach"],
    allowsPasswords: true,
  }),
  "orders.placeOrder": () => order,
  "orders.getOrder": () => order,
  "orders.payOrder": () => ({
    url: "https://pay.example.com/checkout",
    paymentId: payment.id,
    expiresAt: payment.expiresAt,
  }),
  "orders.cancelOrder": () => ({ refundMinor: 9000, keptMinor: 0, order: { ...order, state: "cancelled" } }),
  "orders.redeemReturn": () => ({ order, booking, payment: { id: payment.id, status: "pending" } }),
  "money.verifyPayment": () => payment,
};
