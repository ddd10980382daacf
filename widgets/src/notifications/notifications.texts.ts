import { type TextSource } from "../base/texts.ts";

const en = {
  title: "Notifications",
  titleUnread: "Notifications, {count} unread",
  signIn: "Sign in to see your notifications.",
  showNotifications: "Show my notifications",
  show: "Show",
  all: "All",
  unread: "Unread",
  nothing: "You have no notifications.",
  nothingHere: "There is nothing of this kind.",
  markAll: "Mark all as read",
  allRead: "Everything is marked as read.",
  remove: "Delete: {title}",
  removed: "The notification is deleted.",
  arrived: "New: {title}",
  more: "Show more",
  settings: "Settings",
  back: "Back to the notifications",
} as const;

export type NotificationsTexts = typeof en;

/** What a member's notifications say around what they tell. */
export const notificationsTexts: TextSource<NotificationsTexts> = {
  en,
  "zh-CN": () => import("./notifications.texts.zh-cn.ts"),
  ar: () => import("./notifications.texts.ar.ts"),
};
