import { type Contract } from "@tessera/sdk/browser";
import { minorOf } from "../parts/field/whole-money.ts";

/** What the list is asked for. */
export type Query = Contract["gigs"]["searchGigs"]["input"];

/** An order of the list. */
export type Sort = NonNullable<Query["sort"]>;

/** What a visitor can choose, empty or 0 where nothing is chosen; the widget's attributes of the same names. */
export interface Filter {
  readonly search: string;
  /** A category's slug. */
  readonly category: string;
  /** In whole money, such as 300 for 300 yuan. */
  readonly minPrice: number;
  readonly maxPrice: number;
  readonly currency: string;
  readonly maxDays: number;
  readonly minRating: number;
  /** The name of a seller's level. */
  readonly level: string;
  /** An ISO 639 code. */
  readonly language: string;
  readonly tag: string;
  readonly sort: Sort;
}

export const noFilter: Filter = {
  search: "",
  category: "",
  minPrice: 0,
  maxPrice: 0,
  currency: "",
  maxDays: 0,
  minRating: 0,
  level: "",
  language: "",
  tag: "",
  sort: "relevance",
};

/** The filter alone out of what holds it beside other things. */
export const chosenOf = ({
  search,
  category,
  minPrice,
  maxPrice,
  currency,
  maxDays,
  minRating,
  level,
  language,
  tag,
  sort,
}: Filter): Filter => ({
  search,
  category,
  minPrice,
  maxPrice,
  currency,
  maxDays,
  minRating,
  level,
  language,
  tag,
  sort,
});

/** Orders as the API knows them. */
export const sorts = ["relevance", "popular", "newest", "price", "-price"] as const satisfies readonly Sort[];

/** What narrows the list beside the words searched for, which stand in sight anyway. */
export const narrowing = [
  "category",
  "minPrice",
  "maxPrice",
  "maxDays",
  "minRating",
  "level",
  "language",
  "tag",
] as const satisfies readonly (keyof Filter)[];

/** How many choices narrow the list. */
export const countOf = (filter: Filter): number => narrowing.filter((name) => filter[name]).length;

/** Whether somebody looks for something, rather than at everything there is. */
export const isLooking = (filter: Filter): boolean => filter.search.trim() !== "" || countOf(filter) > 0;

/** The list's input for a filter. Money without a currency is meant in `currency`, the site's own. */
export function queryOf(filter: Filter, currency: string): Query {
  const { search, category, minPrice, maxPrice, maxDays, minRating, level, language, tag, sort } = filter;
  const meant = filter.currency || currency;
  const words = search.trim();
  const isPriced = minPrice > 0 || maxPrice > 0 || sort === "price" || sort === "-price";
  return {
    ...(words && { q: words.slice(0, 100) }),
    ...(category && { category }),
    ...(minPrice > 0 && { minPrice: minorOf(minPrice, meant) }),
    ...(maxPrice > 0 && { maxPrice: minorOf(maxPrice, meant) }),
    ...(isPriced && { currency: meant }),
    ...(maxDays > 0 && { maxDeliveryDays: maxDays }),
    ...(minRating > 0 && { minRating }),
    ...(level && { levels: [level] }),
    ...(language && { languages: [language] }),
    ...(tag && { tags: [tag] }),
    ...(sort !== "relevance" && { sort }),
  };
}
