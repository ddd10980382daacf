import { html, type TemplateResult } from "lit";
import { numberFormat } from "../../base/format.ts";
import { type Say } from "../../base/texts.ts";
import { type Person } from "./person.ts";
import { type PersonTexts } from "./person.texts.ts";

const star = "M12 3.6l2.6 5.3 5.8.9-4.2 4.1 1 5.8-5.2-2.8-5.2 2.8 1-5.8-4.2-4.1 5.8-.9z";

/** A rating or an average as people write it, with one decimal. */
export const formatRating = (tag: string, rating: number): string =>
  numberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(rating);

/** How somebody is rated, and in how many reviews. */
export function ratingOf(
  { rating, ratingCount: count }: Pick<Person, "rating" | "ratingCount">,
  { say, tag }: { readonly say: Say<PersonTexts>; readonly tag: string },
): TemplateResult {
  if (rating === null) return html`<span class="rating muted">${say("notRated")}</span>`;
  const written = formatRating(tag, rating);
  return html`<span
    class="rating"
    part="rating"
    role="img"
    aria-label=${say("ratedBy", { rating: written, count })}
  >
    <svg class="star" viewBox="0 0 24 24" aria-hidden="true"><path d=${star}></path></svg>
    <b>${written}</b><span class="muted">${say("reviewCount", { count })}</span>
  </span>`;
}
