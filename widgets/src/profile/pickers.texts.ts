import { type TextSource } from "../base/texts.ts";

const en = {
  amount: "Amount",
  currency: "Currency",
  morning: "Morning",
  afternoon: "Afternoon",
  evening: "Evening",
  everyDay: "every day",
  timeOfWeek: "{day}, {part}",
  weekHint: "On your own clock. Arrow keys move, space chooses.",
} as const;

export type PickersTexts = typeof en;

/** What the fields of a quiz say in which one picks. */
export const pickersTexts: TextSource<PickersTexts> = {
  en,
  "zh-CN": () => import("./pickers.texts.zh-cn.ts"),
  ar: () => import("./pickers.texts.ar.ts"),
};
