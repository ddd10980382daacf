import { type TextSource } from "../base/texts.ts";

const en = {
  title: "From the site's team",
  warning: "You got a warning on {date}.",
  suspension: "You were suspended until {until}.",
  ban: "You were banned on {date}.",
  appeal: "Appeal",
  appealLabel: "Why do you see it otherwise?",
  appealHint: "Another person of the team reads it, once. The answer comes by mail.",
  appealMissing: "Write why you see it otherwise.",
  send: "Send appeal",
  cancel: "Cancel",
  sent: "Your appeal is sent.",
  waiting: "You appealed on {date}. The team has not decided yet.",
  upheld: "The team stays with its decision: {reason}",
} as const;

export type OwnSanctionsTexts = typeof en;

/** What a member reads of warnings, suspensions and bans. */
export const ownSanctionsTexts: TextSource<OwnSanctionsTexts> = {
  en,
  "zh-CN": () => import("./own-sanctions.texts.zh-cn.ts"),
  ar: () => import("./own-sanctions.texts.ar.ts"),
};
