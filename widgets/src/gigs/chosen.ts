import { html, nothing, type TemplateResult } from "lit";
import { formatMoney } from "../base/money.ts";
import { minorOf } from "../parts/field/whole-money.ts";
import { categoryName, wordsIn, formatDays } from "../parts/gig/gig-names.ts";
import { icon } from "../parts/icon.ts";
import { nameOf } from "../parts/person/names.ts";
import { formatRating } from "../parts/person/rating.ts";
import { narrowing, noFilter } from "./filter.ts";
import { type FilterForm } from "./filter-form.ts";

/** What narrows the list, each to be taken away by a press, and all of it at once. */
export function chosenFilters(form: FilterForm, clear: () => void): TemplateResult | typeof nothing {
  const { filter, say, change } = form;
  const chosen = narrowing.filter((name) => filter[name]);
  if (chosen.length === 0) return nothing;
  return html`<ul class="chips">
    ${chosen.map((name) => {
      const words = nameOfChoice(form, name);
      return html`<li>
        <button
          class="chip small"
          part="chip"
          aria-label=${say("take", { name: words })}
          @click=${() => change({ [name]: noFilter[name] })}
        >
          <bdi>${words}</bdi>${icon("close")}
        </button>
      </li>`;
    })}
    ${
      chosen.length > 1
        ? html`<li>
            <button class="button quiet small clear" part="button" @click=${clear}>${say("clear")}</button>
          </li>`
        : nothing
    }
  </ul>`;
}

function nameOfChoice(
  { filter, facets, currency, say, tag }: FilterForm,
  name: (typeof narrowing)[number],
): string {
  const money = (amount: number) => {
    const meant = filter.currency || currency;
    return formatMoney(tag, minorOf(amount, meant), meant);
  };
  switch (name) {
    case "category": {
      const known = facets.categories.find(({ slug }) => slug === filter.category);
      return known ? categoryName(known, tag) : filter.category;
    }
    case "minPrice":
      return `${say("atLeast")} ${money(filter.minPrice)}`;
    case "maxPrice":
      return `${say("atMost")} ${money(filter.maxPrice)}`;
    case "maxDays":
      return say("within", { time: formatDays(tag, filter.maxDays) });
    case "minRating":
      return say("ratingFrom", { rating: formatRating(tag, filter.minRating) });
    case "level": {
      const known = facets.levels.find(({ name: level }) => level === filter.level);
      return known ? wordsIn(known.labels, tag) : filter.level;
    }
    case "language":
      return nameOf(tag, "language", filter.language);
    case "tag":
      return filter.tag;
  }
}
