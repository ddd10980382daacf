import { type SearchQuery } from "../../../platform/providers/search/port.ts";
import { priceField } from "../search-kind.ts";

/** The orders in which gigs are found: the lowest price first, or the highest with a minus. */
export const gigOrders = ["relevance", "newest", "price", "-price", "popular"] as const;

/** What an order means to the search, of prices in a currency; what has none in it comes last. */
export function sortOf(
  order: (typeof gigOrders)[number],
  pricedIn: string | null,
): Pick<SearchQuery, "sort"> {
  switch (order) {
    case "relevance":
      return {};
    case "newest":
      return { sort: { field: "published", descending: true } };
    case "popular":
      return { sort: { field: "popularity", descending: true } };
    case "price":
    case "-price":
      return { sort: { field: priceField(pricedIn ?? ""), descending: order === "-price" } };
  }
}
