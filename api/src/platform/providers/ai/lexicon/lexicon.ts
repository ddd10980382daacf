import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Something people seek or offer help with, and the words for it in English and Chinese. */
export interface Concept {
  readonly id: string;
  readonly field: string;
  /** Concepts so close that whoever works on one is of use for the other. */
  readonly near: readonly string[];
  readonly phrases: readonly string[];
}

/** The fields concepts belong to; each is a text file beside this one. */
export const fields = [
  "career",
  "leadership",
  "communication",
  "wellbeing",
  "health",
  "business",
  "technology",
  "creative",
  "learning",
] as const;

/** Reads every concept, always in the same order. A concept is a line `id ~near ~near` and, indented below it, its words. */
export const readConcepts = (): Concept[] =>
  fields.flatMap((field) =>
    readFileSync(join(import.meta.dirname, `${field}.txt`), "utf8")
      .split(/\n(?=\S)/)
      .map((block) => readConcept(field, block)),
  );

function readConcept(field: string, block: string): Concept {
  const [head = "", ...lines] = block.trimEnd().split("\n");
  const [id = "", ...near] = head.split(" ~");
  const phrases = lines
    .join(" ")
    .split(",")
    .map((phrase) => phrase.trim())
    .filter(Boolean);
  return { id, field, near, phrases };
}
