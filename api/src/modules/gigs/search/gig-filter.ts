import { z } from "zod";
import { type SearchFilter } from "../../../platform/providers/search/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { languageField } from "../../people/index.ts";
import { idsBelow } from "../categories/read-tree.ts";
import { Gig } from "../models/gig.ts";
import { priceField } from "../search-kind.ts";

/** What gigs can be narrowed by; all of it together is met. */
export const gigFilter = {
  /** The slug of a category; gigs of the categories below it are found too. */
  category: z.string().max(60).optional(),
  /** The lowest price of a gig, in minor units of `currency`. */
  minPrice: z.int().min(0).optional(),
  maxPrice: z.int().min(0).optional(),
  /** Leaves out gigs with other prices, and is what prices are meant in. Prices without one are in the currency of most gigs. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ example: "EUR" })
    .optional(),
  /** Of the fastest package. */
  maxDeliveryDays: z.int().min(1).max(365).optional(),
  /** The seller's; those who have none yet are left out. */
  minRating: z.number().min(1).max(5).optional(),
  /** Names of levels, of which the seller has one: `listLevels` has them. */
  levels: z.array(z.string().max(40)).max(8).optional(),
  /** ISO 639 codes, of which one is the gig's. */
  languages: z.array(languageField).max(20).optional(),
  /** Of which the gig has one. */
  tags: z.array(z.string().trim().toLowerCase().min(1).max(30)).max(10).optional(),
};

type GigFilter = z.output<z.ZodObject<typeof gigFilter>>;

/** What a filter means to the search. */
export async function searchFilters(
  scope: Scope,
  filter: GigFilter,
  pricedIn: string | null,
): Promise<SearchFilter[]> {
  const { category, minPrice, maxPrice, currency, maxDeliveryDays, minRating, levels, languages, tags } =
    filter;
  const price = { ...between(minPrice, maxPrice), field: priceField(pricedIn ?? "") };
  return [
    ...(category === undefined ? [] : [{ field: "category", anyOf: await branchOf(scope, category) }]),
    ...(currency === undefined ? [] : [{ field: "currency", anyOf: [currency] }]),
    ...(minPrice === undefined && maxPrice === undefined ? [] : [price]),
    ...(maxDeliveryDays === undefined ? [] : [{ field: "delivery", atMost: maxDeliveryDays }]),
    ...(minRating === undefined ? [] : [{ field: "rating", atLeast: minRating }]),
    ...(levels === undefined || levels.length === 0 ? [] : [{ field: "level", anyOf: levels }]),
    ...(languages === undefined || languages.length === 0 ? [] : [{ field: "language", anyOf: languages }]),
    ...(tags === undefined || tags.length === 0 ? [] : [{ field: "tag", anyOf: tags }]),
  ];
}

const between = (atLeast: number | undefined, atMost: number | undefined) => ({
  ...(atLeast !== undefined && { atLeast }),
  ...(atMost !== undefined && { atMost }),
});

const branchOf = async (scope: Scope, slug: string): Promise<string[]> => {
  const rows = await scope.read<{ id: string }>`select id from ${idsBelow(slug)} b`;
  return rows.map(({ id }) => id);
};

/** The currency most gigs are sold in; null while there are none. */
export async function usualCurrency(scope: Scope): Promise<string | null> {
  const [row] = await scope.read<{ currency: string }>`
    select currency from ${Gig} g where is_visible group by currency order by count(*) desc, currency limit 1`;
  return row?.currency ?? null;
}
