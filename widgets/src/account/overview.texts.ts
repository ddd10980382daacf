import { type TextSource } from "../base/texts.ts";

const en = {
  upcomingBookings: { one: "{count} upcoming session", other: "{count} upcoming sessions" },
  openOrders: { one: "{count} open order", other: "{count} open orders" },
  unreadNotifications: { one: "{count} unread notification", other: "{count} unread notifications" },
  pendingReviews: { one: "{count} review to write", other: "{count} reviews to write" },
  nothing: "Nothing waits for you.",
  prove: "Confirm your e-mail address: open the link we sent to {email}.",
  resend: "Send the link again",
  resent: "The link is on its way again. The newest mail counts as well as the older ones.",
} as const;

export type OverviewTexts = typeof en;

/** What the first page of the account says. */
export const overviewTexts: TextSource<OverviewTexts> = {
  en,
  "zh-CN": () => import("./overview.texts.zh-cn.ts"),
  ar: () => import("./overview.texts.ar.ts"),
};
