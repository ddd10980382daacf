import { type TextSource } from "../base/texts.ts";

const en = {
  title: "Cancel this session?",
  refund: "You get {amount} back.",
  noRefund: "It is too late for a refund.",
  free: "The time becomes free for others.",
  keep: "Keep session",
  cancel: "Cancel session",
} as const;

export type CancellationTexts = typeof en;

/** What calling a session off says. */
export const cancellationTexts: TextSource<CancellationTexts> = {
  en,
  "zh-CN": () => import("./cancellation.texts.zh-cn.ts"),
  ar: () => import("./cancellation.texts.ar.ts"),
};
