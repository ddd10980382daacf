import { type TextSource } from "../../base/texts.ts";

const en = {
  total: "Total",
  pay: "Pay {amount}",
  leaving: "You pay on the secure page of the payment provider and come back here.",
  payWithin: "Please pay within {time}.",
  checking: "Your payment is being confirmed. This takes a few seconds.",
  paid: "Paid. Thank you.",
  agreed: "Confirmed. Thank you.",
  expired: "The time to pay has passed, and nothing was charged. Please choose a new time.",
  late: "Your payment arrived after the time had passed. The whole amount is refunded to you.",
  cancelled: "This order is cancelled.",
} as const;

export type PayTexts = typeof en;

/** What paying says. */
export const payTexts: TextSource<PayTexts> = {
  en,
  "zh-CN": () => import("./pay.texts.zh-cn.ts"),
  ar: () => import("./pay.texts.ar.ts"),
};
