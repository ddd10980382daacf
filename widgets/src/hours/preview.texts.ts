import { type TextSource } from "../base/texts.ts";

const en = {
  title: "What clients see",
  offer: "Session",
  next: 'The next free times for "{title}", on the clock in {zone}:',
  more: "and {count} more",
  noneFree: "There are no free times in the next four weeks.",
  noOffer: "You offer no session yet, so there is nothing to book.",
} as const;

export type PreviewTexts = typeof en;

/** What the preview of free times says. */
export const previewTexts: TextSource<PreviewTexts> = {
  en,
  "zh-CN": () => import("./preview.texts.zh-cn.ts"),
  ar: () => import("./preview.texts.ar.ts"),
};
