import { html, nothing, type TemplateResult } from "lit";
import { type Desk } from "../base/desk.ts";
import { failureNotice } from "../base/load.ts";
import { download } from "./csv.ts";
import { type Listing } from "./listing.ts";
import { partsVoice } from "./texts.ts";

/** A column: what a cell says, and how it looks when that is more than its text. */
export interface Column<Item> {
  readonly heading: string;
  readonly text: (item: Item) => string;
  readonly cell?: (item: Item) => TemplateResult | string;
  readonly isNumber?: boolean;
}

/** A field that narrows a list: a choice when it has options, else a text. */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

/** What a table needs. */
export interface TableParts<Item> {
  readonly desk: Desk;
  readonly listing: Listing<Item>;
  /** Its accessible name, and the name of the exported file. */
  readonly name: string;
  readonly columns: readonly Column<Item>[];
  readonly filters?: readonly FilterField[];
  /** The address of a row's own page; its first cell is the link. */
  readonly href?: (item: Item) => string;
  /** What can be done with a row on the spot. */
  readonly actions?: (item: Item) => TemplateResult | typeof nothing;
}

/** A list of rows with its filters, its export, and what there is to say while it is empty, loading or failed. */
export function table<Item>(parts: TableParts<Item>): TemplateResult {
  const { desk, listing, name, columns, filters = [] } = parts;
  const say = partsVoice(desk);
  const rows = () => [
    columns.map(({ heading }) => heading),
    ...listing.items.map((item) => columns.map(({ text }) => text(item))),
  ];
  return html`<section class="listing" aria-label=${name} aria-busy=${listing.isLoading ? "true" : "false"}>
    ${filters.length > 0 ? filterForm(desk, listing, filters) : nothing}
    ${listing.items.length > 0 ? grid(parts) : nothing}
    ${listing.failure ? failureNotice(desk, listing.failure, () => listing.reload()) : nothing}
    <p class="quiet listing-status" role="status">
      ${listing.isLoading ? desk.say("loading") : listing.failure ? "" : summary(desk, listing)}
    </p>
    <div class="row">
      ${
        listing.nextCursor === null
          ? nothing
          : html`<button
              type="button"
              class="quiet-button"
              ?disabled=${listing.isLoading}
              @click=${() => listing.more()}
            >
              ${say("loadMore")}
            </button>`
      }
      ${
        listing.items.length === 0
          ? nothing
          : html`<button type="button" class="quiet-button" @click=${() => download(name, rows())}>
              ${say("export")}
            </button>`
      }
    </div>
  </section>`;
}

function summary<Item>(desk: Desk, { items, filters }: Listing<Item>): string {
  const say = partsVoice(desk);
  if (items.length > 0)
    return say("rows", { count: new Intl.NumberFormat(desk.language).format(items.length) });
  return say(Object.keys(filters).length > 0 ? "emptyFiltered" : "empty");
}

// Narrow screens show rows as blocks, and a table that is not displayed as one loses its roles unless they are named.
function grid<Item>({ listing, name, columns, href, actions }: TableParts<Item>): TemplateResult {
  const content = (item: Item, { cell, text }: Column<Item>, place: number) => {
    const shown = cell?.(item) ?? text(item);
    return href && place === 0 ? html`<a href=${href(item)}>${shown}</a>` : shown;
  };
  return html`<table role="table" aria-label=${name}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          ({ heading, isNumber }) =>
            html`<th role="columnheader" scope="col" class=${isNumber ? "number" : ""}>${heading}</th>`,
        )}
        ${actions ? html`<td role="cell"></td>` : nothing}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${listing.items.map(
        (item) =>
          html`<tr role="row">
            ${columns.map(
              (column, place) =>
                html`<td role="cell" class=${column.isNumber ? "number" : ""} data-heading=${column.heading}>
                  ${content(item, column, place)}
                </td>`,
            )}
            ${actions ? html`<td role="cell" class="actions"><div class="row">${actions(item)}</div></td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function filterForm<Item>(
  desk: Desk,
  listing: Listing<Item>,
  fields: readonly FilterField[],
): TemplateResult {
  const say = partsVoice(desk);
  const apply = (form: HTMLFormElement) => {
    const typed = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[name, value.trim()] as const] : [],
    );
    listing.narrow(Object.fromEntries(typed));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) apply(event.currentTarget);
  };
  return html`<form class="filters" role="search" aria-label=${say("filters")} @submit=${submit}>
    ${fields.map(
      ({ name, label, options }) =>
        html`<label
          >${label}
          ${
            options
              ? html`<select
                  name=${name}
                  @change=${({ currentTarget: field }: Event) =>
                    field instanceof HTMLSelectElement && field.form && apply(field.form)}
                >
                  <option value="">${say("any")}</option>
                  ${options.map(
                    ({ value, text }) =>
                      html`<option value=${value} ?selected=${listing.filters[name] === value}>
                        ${text}
                      </option>`,
                  )}
                </select>`
              : html`<input name=${name} maxlength="254" .value=${listing.filters[name] ?? ""} />`
          }
        </label>`,
    )}
    <button class="quiet-button">${say("filter")}</button>
  </form>`;
}
