import { type Contract } from "@tessera/sdk/browser";
import { numberFormat } from "../../base/format.ts";
import { formatMoney } from "../../base/money.ts";
import { type Say } from "../../base/texts.ts";
import { type PersonTexts } from "../person/person.texts.ts";

/** A gig as everybody may see it. */
export type Gig = Contract["gigs"]["getGig"]["output"];

/** A gig in a list. */
export type GigCard = Contract["gigs"]["listGigs"]["output"]["items"][number];

/** A branch of the site's tree of categories. */
export type Category = Contract["gigs"]["listCategories"]["output"]["items"][number];

/** Words of the site's own by language; where one is missing, the English ones stand. */
export type SiteWords = Category["names"];

/** The site's own words in the reader's language; in English where there are none in that. */
export function wordsIn(words: SiteWords, tag: string): string {
  const language = tag.startsWith("zh") ? "zh-CN" : tag.slice(0, 2);
  return (language === "zh-CN" || language === "ar" ? words[language] : undefined) ?? words.en;
}

/** What a category is called in the reader's language. */
export const categoryName = ({ names }: Pick<Category, "names">, tag: string): string => wordsIn(names, tag);

/** Days as a length of time: `3 days`. */
export const formatDays = (tag: string, days: number): string =>
  numberFormat(tag, { style: "unit", unit: "day", unitDisplay: "long" }).format(days);

/** The lowest price of a gig, `From …`; empty while it has none. */
export function priceFrom(
  { fromPrice }: Pick<GigCard, "fromPrice">,
  { say, tag }: { readonly say: Say<PersonTexts>; readonly tag: string },
): string {
  if (fromPrice === null) return "";
  return say("priceFrom", { price: formatMoney(tag, fromPrice.amountMinor, fromPrice.currency) });
}
