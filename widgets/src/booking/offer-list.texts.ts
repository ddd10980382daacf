import { type TextSource } from "../base/texts.ts";

const en = {
  chooseOffer: "What would you like to book?",
} as const;

export type OfferListTexts = typeof en;

/** What choosing among several offers says. */
export const offerListTexts: TextSource<OfferListTexts> = {
  en,
  "zh-CN": () => import("./offer-list.texts.zh-cn.ts"),
  ar: () => import("./offer-list.texts.ar.ts"),
};
