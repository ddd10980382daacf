import { type TextSource } from "../../base/texts.ts";

const en = {
  intro: "Choose which news reaches you, and where.",
  kind: "Kind of news",
  inApp: "On this site",
  email: "By mail",
  push: "By push",
  sms: "By text message",
  alwaysOn: "Always on: it protects your account.",
  saved: "Saved.",
} as const;

export type NewsChoicesTexts = typeof en;

/** What the choice of notifications says. */
export const newsChoicesTexts: TextSource<NewsChoicesTexts> = {
  en,
  "zh-CN": () => import("./news-choices.texts.zh-cn.ts"),
  ar: () => import("./news-choices.texts.ar.ts"),
};
