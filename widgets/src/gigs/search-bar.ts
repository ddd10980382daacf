import { html, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { selectField } from "../parts/field/select.ts";
import { countOf, type Filter, noFilter, type Sort, sorts } from "./filter.ts";
import { type GigsTexts } from "./gigs.texts.ts";
import { type SearchBox } from "./search-box.ts";

/** What stands above the list, and what it calls. */
export interface SearchBar {
  readonly box: SearchBox;
  readonly filter: Filter;
  readonly say: Say<GigsTexts>;
  readonly change: (change: Partial<Filter>) => void;
  /** Opens the filters where there is no room for them beside the list. */
  readonly openDrawer: () => void;
}

const sortNames = {
  relevance: "byRelevance",
  popular: "byPopular",
  newest: "byNewest",
  price: "byPrice",
  "-price": "byPriceDown",
} as const satisfies Record<Sort, keyof GigsTexts>;

/** The form above the list: words, order and the way to the filters. */
export function searchBar({ box, filter, say, change, openDrawer }: SearchBar): TemplateResult {
  const count = countOf(filter);
  return html`<form class="bar" part="bar" role="search" aria-label=${say("gigs")} @submit=${stay}>
    ${box.render()}
    ${selectField(
      "sort",
      say("sort"),
      sorts.map((sort) => [sort, say(sortNames[sort])]),
      {
        chosen: filter.sort,
        choose: (value) => change({ sort: sorts.find((sort) => sort === value) ?? noFilter.sort }),
      },
    )}
    <button type="button" class="button unfold" part="button" aria-haspopup="dialog" @click=${openDrawer}>
      ${count === 0 ? say("filters") : say("filtersOn", { count })}
    </button>
  </form>`;
}

const stay = (event: Event): void => event.preventDefault();
