import { type TextSource } from "../base/texts.ts";

const en = {
  intro: "Give one day other hours than every week, or none.",
  none: "No day has hours of its own.",
  date: "Day",
  off: "Day off",
  add: "Add hours",
  save: "Save this day",
  remove: "Back to the weekly hours",
  dateMissing: "Choose a day from today on.",
  hoursMissing: "Write its hours, or choose a day off.",
  saved: "The day is saved.",
  removed: "The day has its weekly hours again.",
  more: "Show more",
} as const;

export type DatesTexts = typeof en;

/** What days with hours of their own say. */
export const datesTexts: TextSource<DatesTexts> = {
  en,
  "zh-CN": () => import("./dates.texts.zh-cn.ts"),
  ar: () => import("./dates.texts.ar.ts"),
};
