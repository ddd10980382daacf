import { z } from "zod";
import { findDocuments } from "../../../platform/providers/search/for-tenant.ts";
import { mostFound } from "../../../platform/providers/search/port.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import {
  decodeCursor,
  encodeCursor,
  invalidCursor,
  pageInput,
  pageOf,
} from "../../../platform/rpc/paging.ts";
import { gigCard } from "../gigs/gig-view.ts";
import { presentCards } from "../gigs/present-gig.ts";
import { gigsSearch } from "../search-kind.ts";
import { countedFields, facetsView, presentFacets } from "./facets-view.ts";
import { gigFilter, searchFilters, usualCurrency } from "./gig-filter.ts";
import { gigOrders, sortOf } from "./gig-order.ts";
import { gigsApart, visibleGigs } from "./visible-gigs.ts";

export const searchGigs = operation({
  summary:
    "Finds gigs by words, narrowed by category, price, delivery time, rating, language and tags, and counts what they can be narrowed by. Slips are forgiven; Chinese is found inside longer words, traditional by simplified.",
  input: z.strictObject({
    ...pageInput,
    /** Every word of it is found in a gig, the last may be unfinished; all gigs when empty. */
    q: z.string().trim().max(100).default(""),
    ...gigFilter,
    sort: z.enum(gigOrders).default("relevance"),
  }),
  output: pageOf(gigCard).extend({
    /** How many gigs there are on all pages together; no more than 1000 are paged through. */
    total: z.int(),
    /** What prices were meant in; null where none were asked about and no currency was named. */
    currency: z.string().nullable(),
    facets: facetsView,
  }),
  async run(scope, { limit, cursor, q, sort, ...filter }) {
    const [skipped] = cursor === undefined ? [0] : decodeCursor(scope.tenant, cursor, ["integer"]);
    // A page begins where one of its size ended.
    if (skipped < 0 || skipped % limit !== 0 || skipped >= mostFound) throw invalidCursor();
    const isPriced = [filter.minPrice, filter.maxPrice].some((price) => price !== undefined);
    const asksPrices = isPriced || sort === "price" || sort === "-price";
    const currency = filter.currency ?? (asksPrices ? await usualCurrency(scope) : null);
    const { ids, total, facets } = await findDocuments(scope, gigsSearch.kind, {
      text: q,
      filters: await searchFilters(scope, filter, currency),
      without: await gigsApart(scope),
      facets: countedFields,
      ...sortOf(sort, currency),
      page: skipped / limit,
      take: limit,
    });
    const next = skipped + limit;
    const [gigs, counted] = await Promise.all([visibleGigs(scope, ids), presentFacets(scope, facets)]);
    return {
      items: await presentCards(scope, gigs),
      nextCursor: next < Math.min(total, mostFound) ? encodeCursor(scope.tenant, [next]) : null,
      total,
      currency,
      facets: counted,
    };
  },
});
