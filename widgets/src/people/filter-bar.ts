import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { type Choice, selectField, valueOf } from "../parts/field/select.ts";
import { currencySign } from "../parts/field/whole-money.ts";
import { nameOf } from "../parts/person/names.ts";
import { formatRating } from "../parts/person/rating.ts";
import { countOf, type Filter, type Sort, sorts } from "./filter.ts";
import { type PeopleTexts } from "./people.texts.ts";

/** What the site's people can be narrowed by. */
export type Facets = Contract["people"]["getFacets"]["output"];

/** What the form of filters shows and calls. */
export interface FilterBar {
  readonly filter: Filter;
  /** Undefined until the choices are known. */
  readonly facets: Facets | undefined;
  /** The currency a price is meant in when none is chosen. */
  readonly currency: string;
  readonly say: Say<PeopleTexts>;
  readonly tag: string;
  /** Whether the filters are unfolded where there is no room for all of them. */
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly change: (change: Partial<Filter>) => void;
}

const sortNames = { rating: "byRating", price: "byPrice", newest: "byNewest" } as const satisfies Record<
  Sort,
  keyof PeopleTexts
>;
const ratings = [4.5, 4, 3];

/** The form above the list: words, order, and everything it can be narrowed by. */
export function filterBar(bar: FilterBar): TemplateResult {
  const { filter, say, isOpen, toggle, change } = bar;
  const count = countOf(filter);
  return html`<form class="bar" part="filters" role="search" aria-label=${say("people")} @submit=${stay}>
    <div class="field search">
      <label for="search">${say("search")}</label>
      <input
        id="search"
        part="input"
        type="search"
        autocomplete="off"
        maxlength="60"
        placeholder=${say("searchHint")}
        .value=${filter.search}
        @input=${(event: Event) => change({ search: valueOf(event) })}
      />
    </div>
    ${selectField(
      "sort",
      say("sort"),
      sorts.map((sort) => [sort, say(sortNames[sort])]),
      {
        chosen: filter.sort,
        choose: (value) => change({ sort: sorts.find((sort) => sort === value) ?? "rating" }),
      },
    )}
    <button
      type="button"
      class="button unfold"
      part="button"
      aria-expanded=${isOpen}
      aria-controls="choices"
      @click=${toggle}
    >
      ${count === 0 ? say("filters") : say("filtersOn", { count })}
    </button>
    <div id="choices" class="choices ${isOpen ? "open" : ""}">${choices(bar)}</div>
  </form>`;
}

function choices({ filter, facets, currency, say, tag, change }: FilterBar): TemplateResult {
  const any: Choice = ["", say("any")];
  const named = (type: "language" | "region", found: Facets["languages"] = []): Choice[] =>
    found
      .map(({ value }): Choice => [value, nameOf(tag, type, value)])
      .toSorted(([, one], [, other]) => one.localeCompare(other, tag));
  const topics = (facets?.expertise ?? []).map(({ value }): Choice => [value, value]);
  const levels = ratings.map((level): Choice => [
    String(level),
    say("ratingFrom", { rating: formatRating(tag, level) }),
  ]);
  return html`${selectField("language", say("language"), [any, ...named("language", facets?.languages)], {
    chosen: filter.language,
    label: (code) => nameOf(tag, "language", code),
    choose: (language) => change({ language }),
  })}
  ${selectField("country", say("country"), [any, ...named("region", facets?.countries)], {
    chosen: filter.country,
    label: (code) => nameOf(tag, "region", code),
    choose: (country) => change({ country }),
  })}
  ${selectField("topic", say("topic"), [any, ...topics], {
    chosen: filter.expertise,
    choose: (expertise) => change({ expertise }),
  })}
  ${selectField("rating", say("minRating"), [any, ...levels], {
    chosen: filter.minRating === 0 ? "" : String(filter.minRating),
    label: (level) => say("ratingFrom", { rating: formatRating(tag, Number(level)) }),
    choose: (level) => change({ minRating: Number(level) }),
  })}
  ${priceField({ filter, facets, currency, say, tag, change })}`;
}

function priceField({
  filter,
  facets,
  currency,
  say,
  tag,
  change,
}: Pick<FilterBar, "filter" | "facets" | "currency" | "say" | "tag" | "change">): TemplateResult {
  const known = facets?.currencies.map(({ value }) => value) ?? [];
  const meant = filter.currency || currency;
  const all = known.includes(meant) ? known : [meant, ...known];
  return html`<div class="field price">
    <label for="price">${say("maxPrice")}</label>
    <div class="amount">
      <input
        id="price"
        part="input"
        type="number"
        inputmode="numeric"
        min="0"
        step="1"
        autocomplete="off"
        .value=${filter.maxPrice === 0 ? "" : String(filter.maxPrice)}
        @change=${(event: Event) => change({ maxPrice: Math.max(0, Number(valueOf(event)) || 0) })}
      />
      <select
        part="input"
        aria-label=${say("currency")}
        @change=${(event: Event) => change({ currency: valueOf(event) })}
      >
        ${all.map(
          (code) =>
            html`<option value=${code} ?selected=${code === meant}>${currencySign(tag, code)}</option>`,
        )}
      </select>
    </div>
  </div>`;
}

const stay = (event: Event): void => event.preventDefault();
