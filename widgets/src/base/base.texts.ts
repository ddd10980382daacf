import { type TextSource } from "./texts.ts";

const en = {
  loading: "Loading",
  slow: "This takes longer than usual. Please stay a moment.",
  retry: "Try again",
  offline: "The connection is lost. It goes on by itself as soon as you are online again.",
  stale: "This may be out of date: it could not be loaded again.",
  unlicensed: "This is not offered on this site at the moment.",
  signedOut: "Sign in to see this.",
  requestId: "If you ask for help, name this number: {id}",
  testMode: "Test mode: no real money moves.",
  poweredBy: "Powered by {name}",
  close: "Close",
  back: "Back",
} as const;

export type BaseTexts = typeof en;

/** What every widget says. */
export const baseTexts: TextSource<BaseTexts> = {
  en,
  "zh-CN": () => import("./base.texts.zh-cn.ts"),
  ar: () => import("./base.texts.ar.ts"),
};
