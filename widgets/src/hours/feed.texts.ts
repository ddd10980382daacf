import { type TextSource } from "../base/texts.ts";

const en = {
  intro: "Subscribe to this address in your calendar program to see your sessions there.",
  secret: "Whoever has the address can read your sessions for a year. Keep it to yourself.",
  address: "Address of your calendar",
  copy: "Copy",
  copied: "The address is copied.",
  selected: "The address is marked. Copy it with the keyboard.",
  open: "Open in the calendar program",
} as const;

export type FeedTexts = typeof en;

/** What the calendar's address says. */
export const feedTexts: TextSource<FeedTexts> = {
  en,
  "zh-CN": () => import("./feed.texts.zh-cn.ts"),
  ar: () => import("./feed.texts.ar.ts"),
};
