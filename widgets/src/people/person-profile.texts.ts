import { type TextSource } from "../base/texts.ts";

const en = {
  notFound: "This person is not listed here any more.",
  answersWithin: "Usually answers within {time}",
  about: "About",
  topics: "Topics",
  countries: "Works in",
  links: "Elsewhere",
  website: "Website",
  opensNewTab: "{name}, opens in a new tab",
  sessions: "Sessions",
  noSessions: "There is nothing to book at the moment.",
  bookShort: "Book",
  bookOffer: "Book: {title}",
  endBooking: "Back to the profile",
  reviews: "Reviews",
  knowledge: "Knowledge",
  communication: "Communication",
  professionalism: "Professionalism",
  ofFive: "{rating} of 5",
  someone: "Someone",
  noReviews: "No reviews yet. They appear here after the first sessions.",
  noWords: "Rated without words.",
  moreReviews: "Show more reviews",
} as const;

export type PersonProfileTexts = typeof en;

/** What a person's profile says. */
export const personProfileTexts: TextSource<PersonProfileTexts> = {
  en,
  "zh-CN": () => import("./person-profile.texts.zh-cn.ts"),
  ar: () => import("./person-profile.texts.ar.ts"),
};
