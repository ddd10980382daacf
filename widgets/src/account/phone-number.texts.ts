import { type TextSource } from "../base/texts.ts";

const en = {
  title: "Text messages",
  goesTo: "Text messages go to",
  kept: "Your number here is",
  noTexts: "This site sends no text messages at the moment.",
  change: "Change number",
  remove: "Remove number",
  keep: "Keep the number as it is",
  phone: "Phone number",
  phoneHint: "With the country code, such as +49 151 12345678. You get a code there.",
  phoneWrong: "Write the number with its country code, such as +49 151 12345678.",
  sendCode: "Send code",
  code: "Code from the text message",
  codeSent: "We sent a code of six digits to {phone}.",
  codeWrong: "Write the six digits from the text message.",
  confirm: "Confirm number",
  sendAgain: "Send a new code",
  sendAgainIn: "Send a new code in {seconds} s",
  other: "Use another number",
  confirmed: "The number is confirmed. Choose above which news goes there.",
  removed: "The number is removed.",
} as const;

export type PhoneTexts = typeof en;

/** What the number for text messages says. */
export const phoneTexts: TextSource<PhoneTexts> = {
  en,
  "zh-CN": () => import("./phone-number.texts.zh-cn.ts"),
  ar: () => import("./phone-number.texts.ar.ts"),
};
