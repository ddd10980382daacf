import { type TextSource } from "../base/texts.ts";

const en = {
  words: "Words to find",
  inOne: "Searching with {name}",
  find: "Search",
  close: "Close search",
  none: "No message has all these words.",
  found: { one: "{count} message found", other: "{count} messages found" },
  more: "Show more",
} as const;

export type SearchTexts = typeof en;

/** What searching messages says. */
export const searchTexts: TextSource<SearchTexts> = {
  en,
  "zh-CN": () => import("./search.texts.zh-cn.ts"),
  ar: () => import("./search.texts.ar.ts"),
};
