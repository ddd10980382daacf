import { fallback, matching, unanswered } from "../test/matches.ts";
import { factors } from "../test/quiz.ts";
import { type Scene, signedOut, troubles, type WidgetScenes } from "./scene.ts";

const answers = () => matching;

const scenes: readonly Scene[] = [
  { title: "Who fits, and why", state: "ready", answers, steps: [{ see: "[data-person]" }] },
  {
    title: "The best rated, when texts could not be compared in time",
    state: "ready",
    answers: () => ({ ...matching, "matching.matchPeople": () => fallback }),
    steps: [{ see: "[data-person]" }],
  },
  {
    title: "The quiz first, in place",
    state: "empty",
    answers: () => ({ ...matching, ...unanswered, "people.getQuiz": () => ({ factors }) }),
    steps: [{ see: "tessera-profile" }],
  },
  {
    title: "The quiz first, on the page's own address",
    state: "empty",
    attributes: { "quiz-href": "/quiz" },
    answers: () => ({ ...matching, ...unanswered }),
  },
  {
    title: "Nobody fits yet",
    state: "empty",
    answers: () => ({
      ...matching,
      "matching.matchPeople": () => ({ ...fallback, source: "scored", items: [] }),
    }),
  },
  {
    title: "For members only",
    state: "signed-out",
    answers: () => ({ ...matching, "matching.matchPeople": () => signedOut }),
  },
  ...troubles("matching.matchPeople", { answers }),
];

/** Every state of the matches. */
export const matchScenes: WidgetScenes = { tag: "tessera-match", scenes };
