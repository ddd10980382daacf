import { html, type TemplateResult } from "lit";
import { dialog } from "../parts/dialog/dialog.ts";
import { icon } from "../parts/icon.ts";
import { noFilter } from "./filter.ts";
import { filterForm, type FilterForm } from "./filter-form.ts";

/** The filters over the page; each choice counts at once, so that closing it shows `total` gigs, undefined while they are on their way. */
export function filterDrawer(
  form: FilterForm,
  total: number | undefined,
  closed: () => void,
): TemplateResult {
  const { filter, say, change } = form;
  const { search, sort, currency } = filter;
  return dialog(
    say("filters"),
    html`<header>
        <h2>${say("filters")}</h2>
        <button class="button quiet" part="button" aria-label=${say("close")} @click=${close}>
          ${icon("close")}
        </button>
      </header>
      <div class="filters">${filterForm(form)}</div>
      <footer>
        <button class="button" part="button" @click=${() => change({ ...noFilter, search, sort, currency })}>
          ${say("clear")}
        </button>
        <button class="button primary" part="button" aria-busy=${total === undefined} @click=${close}>
          ${say("show", { count: total ?? 0 })}
        </button>
      </footer>`,
    closed,
  );
}

const close = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof Element) currentTarget.closest("dialog")?.close();
};
