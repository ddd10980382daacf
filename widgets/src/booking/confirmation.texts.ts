import { type TextSource } from "../base/texts.ts";

const en = {
  booked: "Your session is booked",
  mailed: "We sent the details to {email}.",
  over: "This session is over.",
  cancelled: "This session is cancelled.",
  refunded: "{amount} will be refunded to you.",
  join: "Join the meeting",
  joinLater: "The meeting opens 15 minutes before the start. The link is in your mail too.",
  addToCalendar: "Add to calendar",
  cancel: "Cancel session",
  again: "Book another time",
} as const;

export type ConfirmationTexts = typeof en;

/** What the confirmation says. */
export const confirmationTexts: TextSource<ConfirmationTexts> = {
  en,
  "zh-CN": () => import("./confirmation.texts.zh-cn.ts"),
  ar: () => import("./confirmation.texts.ar.ts"),
};
