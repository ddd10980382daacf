import { type TextSource } from "../../base/texts.ts";

const en = {
  sessions: "Sessions",
  reminders: "Reminders",
  matching: "Matches",
  messaging: "Messages",
  orders: "Orders and payments",
  credits: "Credits",
  reviews: "Reviews",
  system: "The site itself",
  security: "Security",
} as const;

export type NewsKindTexts = typeof en;

/** The kinds of news, as the member chooses among them. */
export const newsKindTexts: TextSource<NewsKindTexts> = {
  en,
  "zh-CN": () => import("./news-kinds.texts.zh-cn.ts"),
  ar: () => import("./news-kinds.texts.ar.ts"),
};
