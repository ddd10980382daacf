import { type TextSource } from "../base/texts.ts";

const en = {
  intro: "Choose which news reaches you, and where.",
  kind: "Kind of news",
  inApp: "On this site",
  email: "By mail",
  sessions: "Sessions",
  reminders: "Reminders",
  matching: "Matches",
  messaging: "Messages",
  orders: "Orders and payments",
  credits: "Credits",
  reviews: "Reviews",
  system: "The site itself",
  security: "Security",
  alwaysOn: "Always on: it protects your account.",
  saved: "Saved.",
} as const;

export type NewsTexts = typeof en;

/** What the choice of notifications says. */
export const newsTexts: TextSource<NewsTexts> = {
  en,
  "zh-CN": () => import("./news.texts.zh-cn.ts"),
  ar: () => import("./news.texts.ar.ts"),
};
