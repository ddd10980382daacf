import { createHash } from "node:crypto";
import { z } from "zod";
import { normaliseZone } from "../../../platform/time.ts";
import { dayParts } from "../../people/index.ts";
import { type Subject } from "../rules/coaching.ts";
import { currencyOf } from "../rules/exchange-rates.ts";
import { countryOf, languageOf } from "../rules/places.ts";
import { weekOfHours } from "../rules/week.ts";

type Answers = Readonly<Record<string, unknown>>;

/** What a quiz says for matching: the subject without its vector, and the goal in words. */
export interface AskedFor {
  readonly subject: Omit<Subject, "goal">;
  /** Empty when the quiz does not ask for it. */
  readonly goal: string;
}

const languages = z.array(z.string());
const text = z.string().trim();
const money = z.object({ amountMinor: z.int().min(0), currency: z.string() });
const weekParts = z.array(
  z.object({ weekday: z.int().min(1).max(7), part: z.enum(["morning", "afternoon", "evening"]) }),
);

/**
 * Reads the answers that coaching weighs: `goal`, `languages`, `country`, `budget`, `availability` with `timeZone`. A site may
 * have a quiz of its own; what it does not ask stays unknown.
 */
export function askedFor(answers: Answers, now: Date): AskedFor {
  const country = read(text, answers["country"]);
  const budget = read(money, answers["budget"]);
  const currency = budget && currencyOf(budget.currency);
  return {
    goal: read(text, answers["goal"]) ?? "",
    subject: {
      languages: known((read(languages, answers["languages"]) ?? []).map(languageOf)),
      country: country === null ? null : countryOf(country),
      budget: budget && currency ? { amountMinor: budget.amountMinor, currency } : null,
      week: weekOf(answers, now),
    },
  };
}

/** Changes with any answer, and with nothing else. */
export const quizHash = (answers: Answers): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(answers)))
    .digest("base64url");

function weekOf(answers: Answers, now: Date): Subject["week"] {
  const parts = read(weekParts, answers["availability"]);
  const zone = normaliseZone(read(text, answers["timeZone"]) ?? "");
  if (!parts || zone === undefined) return null;
  const times = parts.map(({ weekday, part }) => {
    const [startMinute, endMinute] = dayParts[part];
    return { weekday, startMinute, endMinute };
  });
  return weekOfHours(times, zone, now);
}

function read<Value>(schema: z.ZodType<Value>, value: unknown): Value | null {
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

/** The codes that were understood, each once. */
export const known = (codes: readonly (string | null)[]): string[] => [
  ...new Set(codes.filter((code) => code !== null)),
];

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
