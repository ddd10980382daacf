import { type TextSource } from "../base/texts.ts";

const en = {
  yourOrder: "Your order",
  change: "Change what you chose",
  thanks: "Thank you, the order is placed",
  next: "The seller knows of it. What they need to begin is asked with your order.",
  orderingAs: "You are ordering as {name} ({email}).",
  notYou: "That is not me",
  orderFor: "Order for {price}",
  payment: "Payment",
  back: "Back to the gig",
} as const;

export type OrderingTexts = typeof en;

/** What ordering a gig says. */
export const orderingTexts: TextSource<OrderingTexts> = {
  en,
  "zh-CN": () => import("./ordering.texts.zh-cn.ts"),
  ar: () => import("./ordering.texts.ar.ts"),
};
