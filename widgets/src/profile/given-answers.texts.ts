import { type TextSource } from "../base/texts.ts";

const en = {
  change: "Change",
  changeOf: "Change: {question}",
} as const;

export type GivenAnswersTexts = typeof en;

/** What a finished quiz says besides questions and answers. */
export const givenAnswersTexts: TextSource<GivenAnswersTexts> = {
  en,
  "zh-CN": () => import("./given-answers.texts.zh-cn.ts"),
  ar: () => import("./given-answers.texts.ar.ts"),
};
