import { type TextSource } from "../base/texts.ts";

const en = {
  title: "Sessions",
  nothing: "There is nothing to choose from at the moment.",
  choose: "Choose",
  chooseThis: "Choose {title}",
  chosen: "You chose {title}.",
} as const;

export type SpecimenTexts = typeof en;

/** What choosing a session says. */
export const specimenTexts: TextSource<SpecimenTexts> = {
  en,
  "zh-CN": () => import("./specimen.texts.zh-cn.ts"),
  ar: () => import("./specimen.texts.ar.ts"),
};
