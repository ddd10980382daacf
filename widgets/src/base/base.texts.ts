import { type TextSource } from "./texts.ts";

const en = {
  loading: "Loading",
  slow: "This takes longer than usual. Please stay a moment.",
  retry: "Try again",
  offline: "The connection is lost. It goes on by itself as soon as you are online again.",
  unlicensed: "This is not offered on this site at the moment.",
  requestId: "If you ask for help, name this number: {id}",
  testMode: "Test mode: no real money moves.",
  poweredBy: "Powered by {name}",
  inCredits: { one: "{count} credit", other: "{count} credits" },
} as const;

export type BaseTexts = typeof en;

/** What every widget says. */
export const baseTexts: TextSource<BaseTexts> = {
  en,
  "zh-CN": () => import("./base.texts.zh-cn.ts"),
  ar: () => import("./base.texts.ar.ts"),
};
