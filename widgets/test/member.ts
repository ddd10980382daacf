import { member, present } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";

export const me: OutputOf<"identity.getMe"> = {
  ...member,
  locale: "en",
  timeZone: "Europe/Berlin",
  preferences: { currency: "EUR" },
  hasPassword: true,
  tenant: { slug: "harbour", name: "Harbour Coaching", isSandbox: false },
  permissions: ["people.edit", "people.view"],
  createdAt: "2026-01-05T09:00:00.000Z",
};

type Device = OutputOf<"identity.listSessions">["items"][number];

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

const device = (id: string, userAgent: string | null, isCurrent = false): Device => ({
  id: `0195a000-0000-7000-8000-0000000000${id}`,
  isCurrent,
  userAgent,
  ip: "203.0.113.7",
  origin: "https://tenant.example",
  startedAt: "2026-03-08T09:00:00.000Z",
  seenAt: new Date(present).toISOString(),
});

export const devices: readonly Device[] = [
  device("a1", chrome, true),
  device("a2", phone),
  device("a3", null),
];

export const preferences: OutputOf<"notifications.getPreferences"> = {
  items: (
    [
      "sessions",
      "reminders",
      "matching",
      "messaging",
      "orders",
      "credits",
      "reviews",
      "system",
      "security",
    ] as const
  ).map((category) => ({
    category,
    inApp: true,
    email: true,
    push: true,
    sms: false,
    isOptional: category !== "security",
  })),
  digest: "off",
  quietHours: null,
  timeZone: "Europe/Berlin",
  phone: null,
  sendsTexts: true,
};

export const blocks: OutputOf<"safety.listBlocks">["items"] = [
  {
    id: "0195a000-0000-7000-8000-0000000000b1",
    memberId: "0195a000-0000-7000-8000-0000000000b2",
    name: "Vex Ample",
    createdAt: "2026-03-01T09:00:00.000Z",
  },
];

export const warning: OutputOf<"safety.listOwnSanctions">["items"][number] = {
  id: "0195a000-0000-7000-8000-0000000000c1",
  kind: "warning",
  reason: "You asked somebody to pay outside the site.",
  createdAt: "2026-03-01T09:00:00.000Z",
  endsAt: null,
  endedAt: null,
  appeal: null,
};

/** A member with things to do, three devices and all notifications on. */
export const memberAnswers: Answers = {
  "identity.getDashboard": () => ({
    counts: { upcomingBookings: 2, openOrders: 1, unreadNotifications: 3, pendingReviews: 0 },
    modules: ["core", "booking", "reviews"],
  }),
  "identity.getMe": () => me,
  "identity.updateMe": ({
    name = me.name,
    preferences: chosen = {},
    locale = "en",
    timeZone = me.timeZone,
  }) => ({
    ...me,
    name,
    locale,
    timeZone,
    preferences: Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null)),
  }),
  "identity.addRole": ({ role }) => ({ roles: [...me.roles], pendingRoles: [role] }),
  "identity.listSessions": () => ({ items: [...devices], nextCursor: null }),
  "identity.endSession": () => ({}),
  "identity.endOtherSessions": () => ({ ended: 2 }),
  "identity.changePassword": () => ({}),
  "identity.resendVerification": () => ({}),
  "safety.listBlocks": () => ({ items: [...blocks], nextCursor: null }),
  "safety.deleteBlock": () => ({}),
  "notifications.getPreferences": () => preferences,
  "notifications.requestPhoneCode": () => ({
    expiresAt: new Date(present + 600_000).toISOString(),
    waitSeconds: 30,
  }),
  "notifications.verifyPhone": () => ({ ...preferences, phone: "+4915112345678" }),
  "notifications.removePhone": () => preferences,
  "notifications.updatePreferences": ({ changes = [], digest = "off", quietHours = null }) => ({
    ...preferences,
    digest,
    quietHours,
    items: preferences.items.map((item) =>
      changes.reduce(
        (now, { category, channel, isOn }) => (now.category === category ? { ...now, [channel]: isOn } : now),
        item,
      ),
    ),
  }),
};
