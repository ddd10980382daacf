import { type TextSource } from "../base/texts.ts";

const en = {
  nothing: "No gig has been chosen yet.",
  notFound: "This gig is not offered any more.",
  about: "What you get",
  packages: "Packages",
  basic: "Basic",
  standard: "Standard",
  premium: "Premium",
  compare: "Packages compared",
  package: "Package",
  price: "Price",
  delivery: "Delivery",
  revisions: "Changes",
  changesUnlimited: "Unlimited changes",
  changesNone: "No changes",
  changes: { one: "{count} round of changes", other: "{count} rounds of changes" },
  deliveredIn: "Delivered within {time}",
  included: "Included",
  notIncluded: "Not included",
  extras: "Extras",
  laterBy: "{time} later",
  total: "Total",
  goOn: "Continue for {price}",
  requirements: "What the seller will ask you",
  requirementsHint: "You answer once you have ordered, before the work starts.",
  optional: "may be left out",
  asksFile: "a file",
  faq: "Questions and answers",
  tags: "Tags",
  seller: "Seller",
  reviews: "What buyers say",
  noReviews: "Nobody has reviewed this gig yet.",
  moreReviews: "Show more reviews",
  distribution: "How many stars were given how often",
  starCount: { one: "{count} star", other: "{count} stars" },
  similar: "Similar gigs",
  honours: "Level and badges",
  media: "Pictures and files",
  before: "The one before",
  after: "The next one",
  mediumOf: "{at} of {count}: {name}",
  open: "Open {name} in a new tab",
} as const;

export type GigTexts = typeof en;

/** What a gig says. */
export const gigTexts: TextSource<GigTexts> = {
  en,
  "zh-CN": () => import("./gig.texts.zh-cn.ts"),
  ar: () => import("./gig.texts.ar.ts"),
};
