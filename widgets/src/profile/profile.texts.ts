import { type TextSource } from "../base/texts.ts";

const en = {
  profile: "Your profile",
  signInToProfile: "Sign in to see and change your profile.",
  showProfile: "Show my profile",
  application: "Offer your services here",
  signInToApply: "Sign in first, so that the team knows who applies.",
  goOnToApply: "Continue",
} as const;

export type ProfileTexts = typeof en;

/** What the widget says around its views. */
export const profileTexts: TextSource<ProfileTexts> = {
  en,
  "zh-CN": () => import("./profile.texts.zh-cn.ts"),
  ar: () => import("./profile.texts.ar.ts"),
};
