import { type TextSource } from "../base/texts.ts";

const en = {
  bookingAs: "You are booking as {name} ({email}).",
  notYou: "That is not me",
  have: "You have {amount}.",
  getCredits: "Get credits",
} as const;

export type MemberStepTexts = typeof en;

/** What the step says to somebody who is signed in. */
export const memberStepTexts: TextSource<MemberStepTexts> = {
  en,
  "zh-CN": () => import("./member-step.texts.zh-cn.ts"),
  ar: () => import("./member-step.texts.ar.ts"),
};
