import { type TextSource } from "../base/texts.ts";

const en = {
  title: "Offer your services here",
  nothingToApplyFor: "There is nothing to apply for at the moment.",
  coach: "Coach",
  seller: "Seller",
  developer: "Developer",
  teacher: "Teacher",
  applied: "In review",
  approved: "Approved",
  rejected: "Not accepted",
  withdrawn: "Withdrawn",
  appliedHint: "Sent on {date}. The team answers by e-mail.",
  approvedHint: "Approved on {date}. Fill in your profile so that you can be found.",
  rejectedHint: "Decided on {date}. You can change what was missing and apply again.",
  withdrawnHint: "Taken back on {date}. You can apply again.",
  reason: "What the team wrote",
  role: "What do you want to offer?",
  roleMissing: "Choose one.",
  note: "What should the team know about you?",
  noteHint: "Your experience, how you work, links to your work. You can leave it empty.",
  send: "Send application",
  sendAgain: "Apply again",
  atOnce: "Applications are approved at once here.",
  reviewed: "The team looks at every application and answers by e-mail.",
  sent: "Your application is sent.",
  sentAndApproved: "You are approved.",
} as const;

export type ApplicationTexts = typeof en;

/** What applying for a role says. */
export const applicationTexts: TextSource<ApplicationTexts> = {
  en,
  "zh-CN": () => import("./application.texts.zh-cn.ts"),
  ar: () => import("./application.texts.ar.ts"),
};
