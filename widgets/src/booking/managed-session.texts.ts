import { type TextSource } from "../base/texts.ts";

const en = {
  link: "Your link",
  cancel: "Cancel this session?",
  move: "Propose another time",
  answer: "A new time is proposed",
  calendar: "Your session",
  used: "This link has done its work",
  usedHint: "It was used, or the session has changed since. Newer mails have newer links.",
  cancelled: "This session is cancelled.",
  proposed: "Your proposal was sent.",
  accepted: "The new time is agreed.",
  kept: "Your session stays as it is.",
  declined: "The agreed time stays.",
  youGetBack: "You get {amount} back.",
  clientGetsBack: "The client gets {amount} back.",
  noRefund: "It is too late for a refund.",
  free: "The time becomes free for others.",
  refunded: "{amount} will be refunded to you.",
  keep: "Keep session",
  cancelNow: "Cancel session",
  newTime: "New time",
  noTimes: "There are no free times in the next four weeks.",
  staysUntil: "The agreed time stays until the other side accepts.",
  send: "Send proposal",
  accept: "Accept the new time",
  decline: "Keep the agreed time",
  save: "Add to calendar",
  leave: "Go to free times",
} as const;

export type ManagedTexts = typeof en;

/** What a session opened by a link out of a mail says. */
export const managedTexts: TextSource<ManagedTexts> = {
  en,
  "zh-CN": () => import("./managed-session.texts.zh-cn.ts"),
  ar: () => import("./managed-session.texts.ar.ts"),
};
