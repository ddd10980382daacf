import { type Amount, type Subject } from "./coaching.ts";
import { convert, type ExchangeRates } from "./exchange-rates.ts";
import { type Pooled, type RankedCandidate } from "./pool.ts";
import { lengthOf, sharedSlots } from "./week.ts";

/** What can be said of a factor. */
export const reasonCodes = [
  "language.shared",
  "language.none",
  "country.same",
  "country.other",
  "goals.close",
  "goals.related",
  "goals.far",
  "budget.within",
  "budget.above",
  "budget.far_above",
  "availability.full",
  "availability.some",
  "availability.none",
  "rating.average",
  "rating.none",
  "factor.unknown",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** Why a factor counts as it does. Languages and countries are codes, several of them separated by commas. */
export interface Reason {
  readonly factor: string;
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const closeFrom = 0.5;

/** One reason for every factor of somebody's score, also for those that count nothing. `topics` is the expertise nearest to the goal. */
export const reasonsFor = (
  { candidate, fits }: RankedCandidate,
  subject: Subject,
  { topics, rates }: { topics: readonly string[]; rates: ExchangeRates },
): Reason[] =>
  fits.map(({ factor, value }) => {
    if (value === null) return { factor, code: "factor.unknown", params: {} };
    switch (factor) {
      case "language":
        return languageReason(subject, candidate);
      case "country":
        return {
          factor,
          code: value === 1 ? "country.same" : "country.other",
          params: { country: subject.country ?? "" },
        };
      case "goals":
        return goalReason(value, topics);
      case "budget":
        return budgetReason(subject.budget, candidate.price, rates);
      default:
        return availabilityReason(value, subject, candidate);
    }
  });

/** Why somebody stands where they stand when nothing was scored. */
export const ratingReason = ({ rating, ratingCount }: Pooled): Reason =>
  rating === null
    ? { factor: "rating", code: "rating.none", params: {} }
    : {
        factor: "rating",
        code: "rating.average",
        params: { rating: Math.round(rating * 10) / 10, count: ratingCount },
      };

function languageReason(subject: Subject, candidate: Pooled): Reason {
  const shared = subject.languages.filter((language) => candidate.languages.includes(language));
  return shared.length > 0
    ? { factor: "language", code: "language.shared", params: { languages: shared.join() } }
    : { factor: "language", code: "language.none", params: { languages: subject.languages.join() } };
}

function goalReason(value: number, topics: readonly string[]): Reason {
  if (value === 0) return { factor: "goals", code: "goals.far", params: {} };
  const code = value >= closeFrom ? "goals.close" : "goals.related";
  return { factor: "goals", code, params: { topics: topics.join(", ") } };
}

function budgetReason(budget: Amount | null, price: Amount | null, rates: ExchangeRates): Reason {
  if (!budget || !price) throw new Error("A budget was compared with no price.");
  const affordable = convert(budget.amountMinor, budget.currency, price.currency, rates) ?? 0;
  const params = { priceMinor: price.amountMinor, currency: price.currency };
  if (price.amountMinor <= affordable) return { factor: "budget", code: "budget.within", params };
  const percent = affordable > 0 ? Math.max(1, Math.round((price.amountMinor / affordable - 1) * 100)) : 0;
  if (percent === 0 || percent >= 100) return { factor: "budget", code: "budget.far_above", params };
  return { factor: "budget", code: "budget.above", params: { ...params, percent } };
}

function availabilityReason(value: number, { week }: Subject, candidate: Pooled): Reason {
  const factor = "availability";
  if (value === 0) return { factor, code: "availability.none", params: {} };
  const shared = week && candidate.week ? sharedSlots(week, candidate.week) / 2 : 0;
  const wanted = week ? lengthOf(week) / 2 : 0;
  return {
    factor,
    code: value === 1 ? "availability.full" : "availability.some",
    params: { hours: shared, wanted },
  };
}
