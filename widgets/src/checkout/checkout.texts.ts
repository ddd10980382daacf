import { type TextSource } from "../base/texts.ts";

const en = {
  nothing: "There is no order to pay here.",
} as const;

export type CheckoutTexts = typeof en;

/** What the checkout says beside what paying says. */
export const checkoutTexts: TextSource<CheckoutTexts> = {
  en,
  "zh-CN": () => import("./checkout.texts.zh-cn.ts"),
  ar: () => import("./checkout.texts.ar.ts"),
};
