import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { personView, readPeople } from "../../people/index.ts";
import { localeFor } from "../../tenancy/index.ts";
import { reasonCodes } from "../rules/reasons.ts";
import { sentenceOf } from "../texts/render.ts";
import { type Matches } from "./matches.ts";

const params = z.record(z.string(), z.union([z.string(), z.number()]));

const matchView = z.object({
  person: personView,
  /** From 0 to 100 with one decimal: the sum of the parts' points and nothing else. Null in a fallback. */
  score: z.number().min(0).max(100).nullable(),
  /** How much of what is weighed is known of both sides, from 0 to 100. */
  confidence: z.int().min(0).max(100),
  parts: z.array(
    z.object({
      factor: z.string(),
      weight: z.number(),
      /** What it adds to the score; more than its weight when other factors are not known. */
      points: z.number(),
      /** How well it fits in percent; null when it is not known and so does not count. */
      fit: z.int().nullable(),
    }),
  ),
  /** One for every factor, also for those that add nothing. */
  reasons: z.array(
    z.object({
      factor: z.string(),
      code: z.enum(reasonCodes),
      params,
      /** The reason as a sentence in the caller's language. */
      text: z.string(),
    }),
  ),
  /** What moved the person in the order; the score is as it is. */
  adjustments: z.array(
    z.object({
      code: z.enum(["load", "newcomer", "reciprocity", "missing_must_have"]),
      points: z.number(),
      params,
      text: z.string(),
    }),
  ),
});

/** An answer of the matching as its client sees it. */
export const matchesView = z.object({
  /** `fallback`: texts could not be compared in time, so these are the best rated, without scores. */
  source: z.enum(["scored", "fallback"]),
  /** Whether it was made before, within the last day, of the same quiz and the same people. */
  cached: z.boolean(),
  madeAt: z.iso.datetime(),
  items: z.array(matchView),
});

/** Shows an answer with the people as they are now and the reasons in the caller's language. Who is no longer listed is left out. */
export async function presentMatches(
  scope: Scope,
  { source, madeAt, items }: Matches,
  cached: boolean,
): Promise<z.input<typeof matchesView>> {
  const locale = localeFor(scope.tenant, scope.request.locale);
  const people = await readPeople(
    scope,
    items.map(({ memberId }) => memberId),
  );
  return {
    source,
    cached,
    madeAt,
    items: items.flatMap(({ memberId, score, confidence, parts, reasons, adjustments }) => {
      const person = people.get(memberId);
      if (!person) return [];
      return {
        person,
        score,
        confidence,
        parts: [...parts],
        reasons: reasons.map((reason) => ({
          ...reason,
          params: { ...reason.params },
          text: sentenceOf(locale, reason.code, reason.params),
        })),
        adjustments: adjustments.map((adjustment) => ({
          ...adjustment,
          params: { ...adjustment.params },
          text: sentenceOf(locale, `adjustment.${adjustment.code}`, adjustment.params),
        })),
      };
    }),
  };
}
