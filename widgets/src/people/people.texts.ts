import { type TextSource } from "../base/texts.ts";

const en = {
  people: "People",
  search: "Search",
  searchHint: "Name, topic or words",
  filters: "Filters",
  filtersOn: { one: "Filters, {count} chosen", other: "Filters, {count} chosen" },
  language: "Language",
  country: "Country",
  topic: "Topic",
  maxPrice: "Price up to",
  currency: "Currency",
  minRating: "Rating",
  ratingFrom: "{rating} and better",
  any: "Any",
  sort: "Sort by",
  byRating: "Best rated",
  byPrice: "Lowest price",
  byNewest: "Newest",
  found: { one: "{count} person", other: "{count} people" },
  clear: "Clear filters",
  nobody: "Nobody is listed here yet.",
  nobodyFits: "Nobody fits all of this. Take a filter away to see more people.",
  more: "Show more",
} as const;

export type PeopleTexts = typeof en;

/** What the list of people says. */
export const peopleTexts: TextSource<PeopleTexts> = {
  en,
  "zh-CN": () => import("./people.texts.zh-cn.ts"),
  ar: () => import("./people.texts.ar.ts"),
};
