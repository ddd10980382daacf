import { type Translation } from "../base/texts.ts";
import { type GivenAnswersTexts } from "./given-answers.texts.ts";

export const texts: Translation<GivenAnswersTexts> = {
  change: "تغيير",
  changeOf: "تغيير: {question}",
};
