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

/** What a category is called in the reader's language; in English where it has no name in that. */
export function categoryName({ names }: Pick<Category, "names">, tag: string): string {
  const language = tag.startsWith("zh") ? "zh-CN" : tag.slice(0, 2);
  return (language === "zh-CN" || language === "ar" ? names[language] : undefined) ?? names.en;
}

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
