import { type TextSource } from "../base/texts.ts";

const en = {
  intro: "Choose which news reaches you, and where.",
  kind: "Kind of news",
  inApp: "On this site",
  email: "By mail",
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
