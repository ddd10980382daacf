import { type TextSource } from "../../base/texts.ts";

const en = {
  name: "Name",
  email: "E-mail",
  emailHint: "We send a code to this address. No password is needed.",
  nameMissing: "Write your name.",
  emailWrong: "Write a whole address, such as name@example.com.",
  sendCode: "Send code",
  code: "Code from the mail",
  codeSent: "We sent a code of six digits to {email}. Look into the spam folder too.",
  codeWrong: "Write the six digits from the mail.",
  otherEmail: "Use another address",
  sendAgain: "Send a new code",
  sendAgainIn: "Send a new code in {seconds} s",
} as const;

export type SignInTexts = typeof en;

/** What signing in by a code from the mail says. */
export const signInTexts: TextSource<SignInTexts> = {
  en,
  "zh-CN": () => import("./sign-in.texts.zh-cn.ts"),
  ar: () => import("./sign-in.texts.ar.ts"),
};
