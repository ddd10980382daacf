import { type TextSource } from "../../base/texts.ts";

const en = {
  spend: "Pay {amount}",
  held: "They are kept safe until the session is over, and come back to you when it is called off in time.",
  left: "You then have {amount} left.",
} as const;

export type CreditPayTexts = typeof en;

/** What paying with credits says. */
export const creditPayTexts: TextSource<CreditPayTexts> = {
  en,
  "zh-CN": () => import("./credit-pay.texts.zh-cn.ts"),
  ar: () => import("./credit-pay.texts.ar.ts"),
};
