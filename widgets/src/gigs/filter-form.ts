import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { numberFormat } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { type Choice, selectField, valueOf } from "../parts/field/select.ts";
import { currencySign } from "../parts/field/whole-money.ts";
import { categoryName, wordsIn, formatDays } from "../parts/gig/gig-names.ts";
import { nameOf } from "../parts/person/names.ts";
import { formatRating } from "../parts/person/rating.ts";
import { type Filter } from "./filter.ts";
import { type GigsTexts } from "./gigs.texts.ts";

/** What the gigs found can be narrowed by. */
export type Facets = Contract["gigs"]["searchGigs"]["output"]["facets"];

/** What the filters show and call. */
export interface FilterForm {
  readonly filter: Filter;
  readonly facets: Facets;
  /** The currency a price is meant in when none is chosen. */
  readonly currency: string;
  readonly say: Say<GigsTexts>;
  readonly tag: string;
  readonly change: (change: Partial<Filter>) => void;
}

const mostTags = 12;

/** Everything the list can be narrowed by, with how many gigs each choice leaves. */
export function filterForm(form: FilterForm): TemplateResult {
  const { filter, facets, say, tag, change } = form;
  const any: Choice = ["", say("any")];
  const withCount = (name: string, count: number) => `${name} (${numberFormat(tag).format(count)})`;
  const withinDays = (days: number) => say("within", { time: formatDays(tag, days) });
  const stars = (rating: number) => say("ratingFrom", { rating: formatRating(tag, rating) });
  const days = facets.deliveryDays.map(({ value, count }): Choice => [
    String(value),
    withCount(withinDays(value), count),
  ]);
  const ratings = facets.ratings.map(({ value, count }): Choice => [
    String(value),
    withCount(stars(value), count),
  ]);
  const levels = facets.levels.map(({ name, labels, count }): Choice => [
    name,
    withCount(wordsIn(labels, tag), count),
  ]);
  const languages = facets.languages.map(({ value, count }): Choice => [
    value,
    withCount(nameOf(tag, "language", value), count),
  ]);
  const chosen = (value: number) => (value === 0 ? "" : String(value));
  return html`${categoryTree(form)} ${priceFields(form)}
  ${selectField("days", say("delivery"), [any, ...days], {
    chosen: chosen(filter.maxDays),
    label: (value) => withinDays(Number(value)),
    choose: (value) => change({ maxDays: Number(value) }),
  })}
  ${
    ratings.length > 0 || filter.minRating > 0
      ? selectField("rating", say("rating"), [any, ...ratings], {
          chosen: chosen(filter.minRating),
          label: (value) => stars(Number(value)),
          choose: (value) => change({ minRating: Number(value) }),
        })
      : nothing
  }
  ${
    levels.length > 0 || filter.level
      ? selectField("level", say("level"), [any, ...levels], {
          chosen: filter.level,
          label: (name) => name,
          choose: (level) => change({ level }),
        })
      : nothing
  }
  ${
    languages.length > 1 || filter.language
      ? selectField("language", say("language"), [any, ...languages], {
          chosen: filter.language,
          label: (code) => nameOf(tag, "language", code),
          choose: (language) => change({ language }),
        })
      : nothing
  }
  ${facets.tags.length > 0 ? tagChoice(form) : nothing}`;
}

/** The branches with gigs in them; below the chosen one, and beside it, one level more. */
function categoryTree({ filter, facets: { categories }, say, tag, change }: FilterForm): TemplateResult {
  const path: string[] = [];
  for (
    let at = categories.find(({ slug }) => slug === filter.category);
    at;
    at = categories.find(({ id }) => id === at?.parentId)
  )
    path.push(at.id);
  const shown = categories.filter(({ parentId }) => parentId === null || path.includes(parentId));
  const line = (slug: string, name: string, depth: number, count: number | null) =>
    html`<li class="depth${depth}">
      <button
        type="button"
        class="category"
        aria-current=${slug === filter.category ? "true" : nothing}
        @click=${() => change({ category: slug })}
      >
        <bdi>${name}</bdi>
        ${count === null ? nothing : html`<span class="small muted">${numberFormat(tag).format(count)}</span>`}
      </button>
    </li>`;
  return html`<nav class="tree" aria-label=${say("categories")}>
    <p class="naming" aria-hidden="true">${say("categories")}</p>
    <ul>
      ${line("", say("all"), 1, null)}
      ${shown.map((each) => line(each.slug, categoryName(each, tag), each.depth, each.count))}
    </ul>
  </nav>`;
}

function priceFields({ filter, currency, say, tag, change }: FilterForm): TemplateResult {
  const sign = currencySign(tag, filter.currency || currency);
  const amount = (name: "minPrice" | "maxPrice", label: string, hint: string) =>
    html`<input
      id=${name}
      part="input"
      type="number"
      inputmode="numeric"
      min="0"
      step="1"
      autocomplete="off"
      aria-label=${label}
      placeholder=${hint}
      .value=${filter[name] === 0 ? "" : String(filter[name])}
      @change=${(event: Event) => change({ [name]: Math.max(0, Math.round(Number(valueOf(event))) || 0) })}
    />`;
  return html`<fieldset class="field">
    <legend>${say("priceIn", { currency: sign })}</legend>
    <div class="amounts">
      ${amount("minPrice", say("priceAtLeast"), say("atLeast"))}<span aria-hidden="true">–</span>${amount(
        "maxPrice",
        say("priceAtMost"),
        say("atMost"),
      )}
    </div>
  </fieldset>`;
}

function tagChoice({ filter, facets, say, change }: FilterForm): TemplateResult {
  const found = facets.tags.slice(0, mostTags).map(({ value }) => value);
  const shown = filter.tag && !found.includes(filter.tag) ? [filter.tag, ...found] : found;
  return html`<fieldset class="field">
    <legend>${say("tags")}</legend>
    <div class="tags">
      ${shown.map(
        (value) =>
          html`<button
            type="button"
            class="tag"
            part="tag"
            aria-pressed=${value === filter.tag}
            @click=${() => change({ tag: value === filter.tag ? "" : value })}
          >
            <bdi>${value}</bdi>
          </button>`,
      )}
    </div>
  </fieldset>`;
}
