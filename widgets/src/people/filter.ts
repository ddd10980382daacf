import { type Contract } from "@tessera/sdk/browser";
import { minorOf } from "../parts/field/whole-money.ts";

/** What the list is asked for. */
export type Query = Contract["people"]["listPeople"]["input"];

/** An order of the list. */
export type Sort = NonNullable<Query["sort"]>;

/** What a visitor can choose, empty or 0 where nothing is chosen; the widget's attributes of the same names. */
export interface Filter {
  readonly search: string;
  readonly language: string;
  readonly country: string;
  readonly expertise: string;
  /** In whole money, such as 120 for 120 euros. */
  readonly maxPrice: number;
  readonly currency: string;
  readonly minRating: number;
  readonly sort: Sort;
}

export const noFilter: Filter = {
  search: "",
  language: "",
  country: "",
  expertise: "",
  maxPrice: 0,
  currency: "",
  minRating: 0,
  sort: "rating",
};

/** Orders as the API knows them. */
export const sorts = ["rating", "price", "newest"] as const satisfies readonly Sort[];

/** How many choices narrow the list; the words searched for stand in sight anyway. */
export const countOf = ({ language, country, expertise, maxPrice, minRating }: Filter): number =>
  [language, country, expertise, maxPrice, minRating].filter(Boolean).length;

/** The list's input for a filter. Money without a currency is meant in `currency`, the site's own. */
export function queryOf(filter: Filter, currency: string): Query {
  const { search, language, country, expertise, maxPrice, minRating, sort } = filter;
  const meant = filter.currency || currency;
  const words = search.trim();
  return {
    ...(words && { search: words.slice(0, 60) }),
    ...(language && { language }),
    ...(country && { country }),
    ...(expertise && { expertise }),
    ...(minRating > 0 && { minRating }),
    ...(maxPrice > 0 && { maxAmountMinor: minorOf(maxPrice, meant) }),
    ...((maxPrice > 0 || sort === "price") && { currency: meant }),
    ...(sort !== "rating" && { sort }),
  };
}
