import { type TextSource } from "../base/texts.ts";

const en = {
  password: "Password",
  email: "E-mail",
  name: "Name",
  signIn: "Sign in",
  signInTitle: "Sign in with your password",
  joinTitle: "Create an account",
  join: "Create account",
  forgotten: "Password forgotten?",
  forgottenTitle: "Set a new password",
  forgottenHint: "If the address belongs to an account, a link comes by mail. It works for an hour.",
  sendLink: "Send link",
  linkSent: "If {email} belongs to an account, a link is on its way. Look into the spam folder too.",
  newPassword: "New password",
  passwordHint: "At least 8 characters.",
  setPassword: "Set password",
  setPasswordHint: "Setting it signs you out everywhere.",
  nameMissing: "Write your name.",
  emailWrong: "Write a whole address, such as name@example.com.",
  passwordMissing: "Write your password.",
  passwordShort: "Write at least 8 characters.",
  roleMissing: "Choose at least one.",
  rolesLegend: "What brings you here?",
  back: "Back to signing in",
} as const;

export type DoorTexts = typeof en;

/** What signing in by password, joining and a forgotten password say. */
export const doorTexts: TextSource<DoorTexts> = {
  en,
  "zh-CN": () => import("./door.texts.zh-cn.ts"),
  ar: () => import("./door.texts.ar.ts"),
};
