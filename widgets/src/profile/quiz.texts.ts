import { type TextSource } from "../base/texts.ts";

const en = {
  step: "Step {at} of {count}",
  progress: "{done} of {count} questions answered",
  back: "Back",
  next: "Next",
  finish: "Finish",
  kept: "Your answers are kept as you go.",
  keptLater: "Your answers are kept as soon as the connection is back. You can go on.",
  textMissing: "Write a few words.",
  choiceMissing: "Choose one answer.",
  choicesMissing: "Choose at least one answer.",
  languagesMissing: "Choose at least one language.",
  countryMissing: "Choose a country from the list.",
  zoneMissing: "Choose a time zone from the list.",
  moneyWrong: "Write an amount, such as {example}.",
  weekMissing: "Choose at least one time.",
  answerRefused: "This answer was not accepted. Please answer again.",
  manyHint: "Several can be chosen.",
  thanks: "Thank you, that is everything",
  thanksHint: "Your answers are saved. You can change them at any time.",
  goOn: "See who fits",
  look: "Look at your answers",
  answers: "Your answers",
  save: "Save",
  cancel: "Cancel",
  saved: "Your answers are saved.",
  nothing: "There are no questions at the moment.",
} as const;

export type QuizTexts = typeof en;

/** What the quiz says besides its questions. */
export const quizTexts: TextSource<QuizTexts> = {
  en,
  "zh-CN": () => import("./quiz.texts.zh-cn.ts"),
  ar: () => import("./quiz.texts.ar.ts"),
};
