import { type TextSource } from "../base/texts.ts";

const en = {
  account: "Your account",
  signIn: "Sign in",
  signInFirst: "Sign in to see this.",
  usePassword: "Use a password",
  useCode: "Use a code instead of a password",
  join: "Create an account",
  haveAccount: "I have an account",
  signOut: "Sign out",
  signedOut: "You are signed out in all tabs.",
  overview: "Overview",
  details: "Details",
  security: "Security",
  news: "Notifications",
  blocked: "Blocked people",
  verified: "Your e-mail address is confirmed.",
  verifying: "Your e-mail address is being confirmed.",
  passwordSet: "Your new password is set. Sign in with it.",
} as const;

export type AccountTexts = typeof en;

/** What the account says on its first page and around its parts. */
export const accountTexts: TextSource<AccountTexts> = {
  en,
  "zh-CN": () => import("./account.texts.zh-cn.ts"),
  ar: () => import("./account.texts.ar.ts"),
};
