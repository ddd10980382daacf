import { type Contract } from "@tessera/sdk/browser";

/** One question of the site's quiz. */
export type Factor = Contract["people"]["getQuiz"]["output"]["factors"][number];

/** The parts of a day, in the minutes after midnight at which they begin and end. */
export const dayParts = { morning: [480, 720], afternoon: [720, 1020], evening: [1020, 1260] } as const;
export type DayPart = keyof typeof dayParts;
export const dayPartNames: readonly DayPart[] = ["morning", "afternoon", "evening"];

/** One part of one weekday, Monday being 1. */
export interface WeekPart {
  readonly weekday: number;
  readonly part: DayPart;
}

/** An amount in minor units. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Answers by the factor's key, each in the form its kind asks for. */
export type Answers = Readonly<Partial<Record<string, unknown>>>;

export const textIn = (answer: unknown): string => (typeof answer === "string" ? answer : "");

export const listIn = (answer: unknown): readonly string[] =>
  Array.isArray(answer) ? answer.filter((item) => typeof item === "string") : [];

export const moneyIn = (answer: unknown): Money | null => (isMoney(answer) ? answer : null);

export const weekIn = (answer: unknown): readonly WeekPart[] =>
  Array.isArray(answer) ? answer.filter((item) => isWeekPart(item)) : [];

const isMoney = (answer: unknown): answer is Money =>
  typeof answer === "object" && answer !== null && "amountMinor" in answer && "currency" in answer;

const isWeekPart = (item: unknown): item is WeekPart =>
  typeof item === "object" && item !== null && "weekday" in item && "part" in item;

/** Whether a factor is answered in a form its kind accepts. */
export function isAnswered({ kind, options }: Factor, answer: unknown): boolean {
  const isOption = (key: string) => options.some((option) => option.key === key);
  switch (kind) {
    case "choice":
      return isOption(textIn(answer));
    case "choices":
      return listIn(answer).length > 0 && listIn(answer).every(isOption);
    case "languages":
      return listIn(answer).length > 0;
    case "money":
      return isMoney(answer);
    case "week":
      return weekIn(answer).length > 0;
    default:
      return textIn(answer).trim() !== "";
  }
}

/** The answers that fit the questions as they are asked now: those to questions that are gone, or gave other choices, are left out. */
export const fitting = (factors: readonly Factor[], answers: Answers): Answers =>
  Object.fromEntries(
    factors.flatMap((factor) => {
      const answer = answers[factor.key];
      return isAnswered(factor, answer) ? [[factor.key, answer]] : [];
    }),
  );
