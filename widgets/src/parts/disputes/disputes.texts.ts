import { type TextSource } from "../../base/texts.ts";

const en = {
  open: "Something was not right",
  answer: "Answer",
  withdraw: "Take the objection back",
  concede: "Give in",
  byYou: "You objected to how this went.",
  byOther: "The other side objected to how this went.",
  byTeam: "The site's team looks into this.",
  otherSays: "The other side says:",
  youSay: "You say:",
  waitsForOther: "The other side can answer until {time}. Then the site's team decides.",
  waitsForYou: "Answer by {time}, or the site's team decides without you.",
  waitsForTeam: "The site's team decides.",
  withdrawn: "The objection was taken back.",
  conceded: "The other side gave in.",
  ruled: "The site's team has decided.",
  back: "{amount} was paid back.",
  reason: "What happened?",
  files: "Files that show it (PDF, pictures or a video, 5 at most)",
  frozen: "The payment waits until this is settled. The other side and the site's team read this.",
  sureToConcede: "The payment then goes where the other side wants it. This cannot be undone.",
  sureToWithdraw: "Everything then stands as it did before you objected.",
  send: "Send",
  notNow: "Not now",
} as const;

export type DisputesTexts = typeof en;

/** What objecting to an order says. */
export const disputesTexts: TextSource<DisputesTexts> = {
  en,
  "zh-CN": () => import("./disputes.texts.zh-cn.ts"),
  ar: () => import("./disputes.texts.ar.ts"),
};
