import { type TextSource } from "../base/texts.ts";

const en = {
  intro: "On a vacation nobody can book you. Sessions agreed before stay until you decide.",
  none: "You have no vacations ahead.",
  from: "First day",
  until: "Last day",
  add: "Take a vacation",
  fromMissing: "Choose the first day.",
  untilWrong: "Choose a last day that is not before the first.",
  end: "End this vacation",
  ended: "The vacation is called off. Its days can be booked again.",
  added: "The vacation is set.",
  inside: { one: "{count} session lies in this vacation", other: "{count} sessions lie in this vacation" },
  noneInside: "No sessions lie in it.",
  decide: "They take place unless you cancel them or propose another time:",
  showInside: "Sessions inside",
  handle: "Decide about sessions",
  more: "Show more",
} as const;

export type VacationsTexts = typeof en;

/** What vacations say. */
export const vacationsTexts: TextSource<VacationsTexts> = {
  en,
  "zh-CN": () => import("./vacations.texts.zh-cn.ts"),
  ar: () => import("./vacations.texts.ar.ts"),
};
