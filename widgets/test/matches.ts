import { present } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";
import { listing, mara, people } from "./people.ts";

type Matches = OutputOf<"matching.matchPeople">;
type Match = Matches["items"][number];

/** Somebody who fits well, in all but the country, and is busy. */
export const match: Match = {
  person: mara,
  score: 71.5,
  confidence: 90,
  parts: [
    { factor: "language", weight: 25, points: 25, fit: 100 },
    { factor: "country", weight: 20, points: 0, fit: 0 },
    { factor: "goals", weight: 30, points: 22.5, fit: 75 },
    { factor: "budget", weight: 15, points: 15, fit: 100 },
    { factor: "availability", weight: 10, points: 9, fit: 90 },
  ],
  reasons: [
    {
      factor: "language",
      code: "language.shared",
      params: { languages: "en" },
      text: "You share a language: English.",
    },
    {
      factor: "country",
      code: "country.other",
      params: { country: "US" },
      text: "Does not work in United States.",
    },
    {
      factor: "goals",
      code: "goals.close",
      params: { topics: "Career change" },
      text: "Experienced in what you want: Career change.",
    },
    { factor: "budget", code: "budget.within", params: {}, text: "From €90 a session, within your budget." },
    {
      factor: "availability",
      code: "availability.some",
      params: {},
      text: "Shares 9 hours of your 10 hours a week.",
    },
  ],
  adjustments: [
    {
      code: "load",
      points: -4,
      params: { percent: 90 },
      text: "Lower in the list: 90% booked in the coming weeks.",
    },
  ],
};

/** Somebody of whom little is known. */
const unsure: Match = {
  ...match,
  person: people[2] ?? mara,
  score: 55.6,
  confidence: 45,
  parts: [
    { factor: "language", weight: 25, points: 55.6, fit: 100 },
    { factor: "country", weight: 20, points: 0, fit: 0 },
    { factor: "goals", weight: 30, points: 0, fit: null },
    { factor: "budget", weight: 15, points: 0, fit: null },
    { factor: "availability", weight: 10, points: 0, fit: null },
  ],
  reasons: [
    ...match.reasons.slice(0, 2),
    { factor: "goals", code: "factor.unknown", params: {}, text: "Not known, so it does not count." },
    { factor: "budget", code: "factor.unknown", params: {}, text: "Not known, so it does not count." },
    { factor: "availability", code: "factor.unknown", params: {}, text: "Not known, so it does not count." },
  ],
  adjustments: [],
};

/** The answer when texts could not be compared in time. */
export const fallback: Matches = {
  source: "fallback",
  cached: false,
  madeAt: new Date(present).toISOString(),
  items: people.map((person) => ({
    person,
    score: null,
    confidence: 0,
    parts: [],
    reasons: [
      { factor: "rating", code: "rating.average", params: {}, text: "Rated 4.8 of 5, by 31 people." },
    ],
    adjustments: [],
  })),
};

export const matches: Matches = { ...fallback, source: "scored", items: [match, unsure] };

/** Nobody has answered the quiz yet. */
export const unanswered: Answers = {
  "matching.matchPeople": () => ({
    status: 409,
    code: "matching.quiz_needed",
    message: "Answer the quiz first: matches are found by its answers.",
  }),
};

/** A site where two people fit. */
export const matching: Answers = { ...listing, "matching.matchPeople": () => matches };
