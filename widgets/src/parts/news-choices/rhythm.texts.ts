import { type TextSource } from "../../base/texts.ts";

const en = {
  title: "When mails come",
  digest: "Mails",
  off: "Each at once",
  hourly: "Bundled, once an hour",
  daily: "Bundled, once a day in the morning",
  weekly: "Bundled, on Monday morning",
  quietHours: "Quiet hours",
  quiet: "Keep quiet at certain hours",
  quietHint: "Then only what is urgent comes. Time zone: {zone}.",
  from: "From",
  until: "Until",
  timeMissing: "Choose a time.",
  sameTime: "Choose another time than the one they begin at.",
  save: "Save",
  saved: "Saved.",
} as const;

export type RhythmTexts = typeof en;

/** What the choice of when mails come says. */
export const rhythmTexts: TextSource<RhythmTexts> = {
  en,
  "zh-CN": () => import("./rhythm.texts.zh-cn.ts"),
  ar: () => import("./rhythm.texts.ar.ts"),
};
