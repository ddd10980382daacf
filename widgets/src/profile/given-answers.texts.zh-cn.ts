import { type Translation } from "../base/texts.ts";
import { type GivenAnswersTexts } from "./given-answers.texts.ts";

export const texts: Translation<GivenAnswersTexts> = {
  change: "修改",
  changeOf: "修改：{question}",
};
