import { coachingFactors } from "../../src/modules/people/quiz/factors.ts";

/** A complete quiz with a word in its free texts. */
export const quizOf = (word: string): Record<string, unknown> =>
  Object.fromEntries(
    coachingFactors.map(({ key, kind, options: [first] }) => {
      const answers = {
        text: `${word} goal`,
        choice: first?.key,
        choices: [first?.key],
        languages: ["en"],
        country: "DE",
        zone: "Europe/Berlin",
        money: { amountMinor: 9000, currency: "EUR" },
        week: [{ weekday: 1, part: "morning" }],
      };
      return [key, answers[kind]];
    }),
  );
