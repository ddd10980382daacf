import { member, offer, present } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";

type Person = OutputOf<"people.getPerson">;

const idOf = (at: number): string => `0195a000-0000-7000-8000-0000000001${String(at).padStart(2, "0")}`;

/** A coach with everything a profile can hold. */
export const mara: Person = {
  id: offer.hostId,
  name: "Mara Lindqvist",
  headline: "Career coach for people who lead for the first time",
  bio: "Fifteen years in engineering.\n\nTen of them as a coach.",
  expertise: ["Career change", "First-time leadership", "Difficult conversations", "Delegating"],
  languages: ["en", "sv"],
  countries: ["SE", "DE"],
  socials: { linkedin: "https://www.linkedin.com/in/mara", website: "https://mara.example/" },
  photoUrl: null,
  fromPrice: offer.price,
  rating: 4.83,
  ratingCount: 31,
  answerMinutes: 180,
};

const omar: Person = {
  ...mara,
  id: idOf(1),
  name: "عمر حداد",
  headline: "للمؤسسين الذين كبرت شركاتهم أسرع من أدوارهم.",
  expertise: ["قيادة المؤسسين"],
  languages: ["ar", "en"],
  countries: ["AE"],
  fromPrice: { amountMinor: 0, currency: "EUR" },
  rating: 5,
  ratingCount: 1,
};

const lin: Person = {
  ...mara,
  id: idOf(2),
  name: "林美",
  headline: "陪伴技术骨干走上管理岗位",
  expertise: [],
  languages: ["zh"],
  countries: [],
  fromPrice: null,
  rating: null,
  ratingCount: 0,
  answerMinutes: null,
};

/** Three people with very different profiles. */
export const people: readonly Person[] = [mara, omar, lin];

/** More people than one page holds. */
export const crowd: readonly Person[] = Array.from({ length: 20 }, (_, at) => ({
  ...mara,
  id: idOf(10 + at),
  name: `Person ${at + 1}`,
}));

export const facets: OutputOf<"people.getFacets"> = {
  languages: [
    { value: "en", count: 2 },
    { value: "sv", count: 1 },
    { value: "ar", count: 1 },
    { value: "zh", count: 1 },
  ],
  countries: [
    { value: "SE", count: 1 },
    { value: "AE", count: 1 },
  ],
  expertise: [{ value: "Career change", count: 1 }],
  currencies: [
    { value: "EUR", count: 2, lowestMinor: 0, highestMinor: 9000 },
    { value: "CNY", count: 1, lowestMinor: 68_000, highestMinor: 68_000 },
  ],
};

export const review: OutputOf<"reviews.listReviews">["items"][number] = {
  id: "0195a000-0000-7000-8000-0000000000a1",
  context: "session",
  gigId: null,
  authorName: "Ann B.",
  ratings: { knowledge: 5, communication: 4, professionalism: 5 },
  average: 4.67,
  text: "Asked what nobody asks.",
  reply: null,
  publishedAt: new Date(present - 86_400_000).toISOString(),
};

export const reviews: OutputOf<"reviews.listReviews"> = {
  items: [
    review,
    { ...review, id: member.id, authorName: "", text: "", average: 4, publishedAt: "2026-01-02T10:00:00Z" },
  ],
  nextCursor: null,
  rating: { average: 4.34, count: 2, distribution: [0, 0, 0, 1, 1] },
  dimensions: [
    { context: "session", dimension: "communication", average: 4.52, count: 2 },
    { context: "session", dimension: "knowledge", average: 4.9, count: 2 },
    { context: "session", dimension: "professionalism", average: 5, count: 2 },
  ],
  averages: { knowledge: 4.9, communication: 4.52, professionalism: 5 },
};

const noReviews: OutputOf<"reviews.listReviews"> = {
  items: [],
  nextCursor: null,
  rating: { average: null, count: 0, distribution: [0, 0, 0, 0, 0] },
  dimensions: [],
  averages: null,
};

/** A site that lists three people, one with reviews. */
export const listing: Answers = {
  "people.listPeople": () => ({ items: [...people], nextCursor: null, total: people.length }),
  "people.getFacets": () => facets,
  "people.getPerson": ({ id }) =>
    people.find((person) => person.id === id) ?? { status: 404, code: "request.not_found" },
  "reviews.listReviews": ({ personId }) => (personId === mara.id ? reviews : noReviews),
};
