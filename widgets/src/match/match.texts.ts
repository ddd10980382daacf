import { type TextSource } from "../base/texts.ts";

const en = {
  matches: "Your matches",
  lead: {
    one: "{count} person fits your answers best",
    other: "The {count} people who fit your answers best",
  },
  comparing:
    "Your answers are being compared with everybody who can be booked. This may take up to ten seconds.",
  fallback:
    "Your goals could not be compared in time. Here are the best rated people instead, without a match score.",
  nobody: "There is nobody to compare your answers with yet. Come back soon.",
  quizTitle: "Find out who fits you",
  quizLead: "Answer a few questions about what you want. Then you see who fits best, and why.",
  startQuiz: "Answer the questions",
  changeAnswers: "Change your answers",
  score: "Match score",
  ofHundred: "{score} of 100",
  sumOf: "{score} of 100, the sum of: {parts}",
  part: "{factor} {points}",
  why: "Why this score",
  whyHere: "Why this person",
  together: "Together",
  order: "Place in the list",
  orderNote: "This changes the place in the list. The score stays as it is.",
  highConfidence: "High confidence",
  fairConfidence: "Fair confidence",
  lowConfidence: "Low confidence",
  known: "{percent} of what counts is known",
  language: "Language",
  country: "Country",
  goals: "Goals",
  budget: "Budget",
  availability: "Time",
  rating: "Reviews",
} as const;

export type MatchTexts = typeof en;

/** What the matches say. */
export const matchTexts: TextSource<MatchTexts> = {
  en,
  "zh-CN": () => import("./match.texts.zh-cn.ts"),
  ar: () => import("./match.texts.ar.ts"),
};
