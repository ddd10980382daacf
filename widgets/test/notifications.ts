import { offer, present } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";

type Inbox = OutputOf<"notifications.listNotifications">;
type Entry = Inbox["items"][number];

const minuteMs = 60_000;

/** A notification that came so many minutes ago. */
export const notification = (number: number, minutesAgo: number, more: Partial<Entry> = {}): Entry => ({
  id: `0195a000-0000-7000-8000-0000000c${String(number).padStart(4, "0")}`,
  name: "booking_confirmed",
  category: "sessions",
  title: `Confirmed: ${offer.title}`,
  body: "Tuesday, March 10, 2026 at 10:00 AM, with Mara Lindqvist.",
  about: { kind: "booking", id: "0195a000-0000-7000-8000-0000000000b1" },
  isRead: false,
  createdAt: new Date(present - minutesAgo * minuteMs).toISOString(),
  ...more,
});

/** What a member has: two unread and one read. */
export const someNotifications: readonly Entry[] = [
  notification(1, 0),
  notification(2, 35, { title: "Your session begins in an hour", category: "reminders", body: offer.title }),
  notification(3, 3 * 1440, {
    title: "You were reviewed",
    category: "reviews",
    body: "Five stars for the session of last week.",
    about: { kind: "review", id: "0195a000-0000-7000-8000-0000000000e1" },
    isRead: true,
  }),
];

/** A site that keeps a member's notifications, as the API would. */
export function keeping(entries: readonly Entry[] = someNotifications): Answers {
  let kept = entries;
  const unread = () => kept.filter(({ isRead }) => !isRead).length;
  return {
    "notifications.listNotifications": ({ category, isUnread, cursor, limit = 20 }) => {
      const meant = kept.filter(
        (entry) => (category === undefined || entry.category === category) && !(isUnread && entry.isRead),
      );
      const from = Number(cursor ?? 0);
      return {
        items: meant.slice(from, from + limit),
        nextCursor: meant.length > from + limit ? String(from + limit) : null,
        unread: unread(),
      };
    },
    "notifications.markRead": ({ ids }) => {
      kept = kept.map((entry) => (!ids || ids.includes(entry.id) ? { ...entry, isRead: true } : entry));
      return { unread: unread() };
    },
    "notifications.deleteNotification": ({ id }) => {
      kept = kept.filter((entry) => entry.id !== id);
      return {};
    },
  };
}
