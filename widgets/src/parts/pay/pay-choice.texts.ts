import { type TextSource } from "../../base/texts.ts";

const en = {
  choose: "How would you like to pay?",
  alipay: "Alipay",
  wechat_pay: "WeChat Pay",
  stripe: "Card",
  payBy: "Pay {amount} with {way}",
  scan: "Open WeChat on your phone, choose Scan, and scan this code.",
  codeName: "QR code for WeChat Pay",
  waiting: "Waiting for your payment. This page follows by itself.",
  codeOver: "This code has expired, and nothing was charged.",
  newCode: "Show a new code",
  otherWay: "Pay another way",
  checkingLong:
    "Your payment has not been confirmed yet. You will get a mail as soon as it is; you may close this page.",
  notPaid: "The payment was not completed, and nothing was charged. You can try again.",
} as const;

export type PayChoiceTexts = typeof en;

/** What choosing a way to pay says. */
export const payChoiceTexts: TextSource<PayChoiceTexts> = {
  en,
  "zh-CN": () => import("./pay-choice.texts.zh-cn.ts"),
  ar: () => import("./pay-choice.texts.ar.ts"),
};
