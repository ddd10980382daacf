import { type Contract } from "@tessera/sdk/browser";
import { type Filled, textOf } from "../../parts/dialog.ts";

type Settings = Contract["tenancy"]["getSettings"]["output"]["settings"];

/** A level or a badge of sellers with what it takes. */
export type Honour = Contract["gigs"]["listLevels"]["output"]["items"][number];

/** What a level or a badge can ask for, in the order in which it is told. */
export const metrics = [
  "orders",
  "reviews",
  "rating",
  "onTimePercent",
  "cancelledPercent",
  "returningBuyers",
] as const satisfies readonly (keyof Honour["needs"])[];

/** The parts of a seller's score. */
export const scoreParts = ["rating", "onTime", "kept", "experience"] as const;

/** The site's rules for sellers, as this page changes them. */
export interface ReputationValues {
  readonly windowDays: number;
  readonly levels: readonly Honour[];
  readonly badges: readonly Honour[];
  readonly weights: Readonly<Record<(typeof scoreParts)[number], number>>;
}

/** Reads the rules out of the settings. */
export function reputationValues({ gigs = {} }: Settings): ReputationValues {
  const reputation = groupOf(gigs["reputation"]);
  const weights = groupOf(reputation["weights"]);
  const weight = (part: (typeof scoreParts)[number]) => Number(weights[part] ?? 0);
  return {
    windowDays: Number(reputation["windowDays"] ?? 0),
    levels: honoursIn(reputation["levels"]),
    badges: honoursIn(reputation["badges"]),
    weights: {
      rating: weight("rating"),
      onTime: weight("onTime"),
      kept: weight("kept"),
      experience: weight("experience"),
    },
  };
}

const groupOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const textIn = (value: unknown): string => (typeof value === "string" ? value : "");

const honoursIn = (value: unknown): Honour[] => (Array.isArray(value) ? value.map(honourIn) : []);

function honourIn(value: unknown): Honour {
  const { name, labels, needs } = groupOf(value);
  const [words, bounds] = [groupOf(labels), groupOf(needs)];
  return {
    name: textIn(name),
    labels: wordsOf((language) => textIn(words[language])),
    needs: needsOf((metric) => (bounds[metric] === undefined ? null : Number(bounds[metric]))),
  };
}

function wordsOf(read: (language: keyof Honour["labels"]) => string): Honour["labels"] {
  const [chinese, arabic] = [read("zh-CN"), read("ar")];
  return { en: read("en"), ...(chinese && { "zh-CN": chinese }), ...(arabic && { ar: arabic }) };
}

const needsOf = (read: (metric: (typeof metrics)[number]) => number | null): Honour["needs"] =>
  Object.fromEntries(
    metrics.flatMap((metric) => {
      const bound = read(metric);
      return bound === null ? [] : [[metric, bound]];
    }),
  );

/** A level or a badge as the form says; one that has no name yet gets its own, by which it is known for good. */
export function filledHonour(filled: Filled, name: string | null, taken: readonly Honour[]): Honour {
  const labels = wordsOf((language) => textOf(filled, language));
  return {
    name: name ?? nameFor(labels.en, taken),
    labels,
    needs: needsOf((metric) => {
      const typed = textOf(filled, metric);
      return typed === "" ? null : Number(typed);
    }),
  };
}

function nameFor(label: string, taken: readonly Honour[]): string {
  const letters = label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  const word =
    letters
      .replace(/^[^a-z]+/, "")
      .replace(/_+$/, "")
      .slice(0, 30) || "honour";
  const isFree = (name: string) => taken.every((each) => each.name !== name);
  if (isFree(word)) return word;
  let number = 2;
  while (!isFree(`${word}_${number}`)) number += 1;
  return `${word}_${number}`;
}

/** A list in which what stands at a place has changed places with the one before it or after it. */
export function moved<Item>(items: readonly Item[], at: number, by: 1 | -1): readonly Item[] {
  const item = items[at];
  if (item === undefined || at + by < 0 || at + by >= items.length) return items;
  return items.toSpliced(at, 1).toSpliced(at + by, 0, item);
}

/** Whether a number that was typed is one a rule can ask for. */
export function isBound(metric: (typeof metrics)[number], typed: string): boolean {
  const value = Number(typed);
  if (!/^\d+(\.\d+)?$/.test(typed)) return false;
  if (metric === "rating") return value >= 1 && value <= 5;
  if (metric === "onTimePercent" || metric === "cancelledPercent") return value <= 100;
  return Number.isInteger(value) && value <= 100_000;
}
