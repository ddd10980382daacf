import { html, nothing, type TemplateResult } from "lit";
import { type Desk } from "../base/desk.ts";
import { icon } from "../base/icon.ts";
import { failureNotice } from "../base/load.ts";
import { download } from "./csv.ts";
import { filterForm, type FilterField } from "./filters.ts";
import { type ShownListing } from "./listing.ts";
import { partsVoice } from "./texts.ts";

/** A column: what a cell says, and how it looks when that is more than its text. */
export interface Column<Item> {
  readonly heading: string;
  readonly text: (item: Item) => string;
  readonly cell?: (item: Item) => TemplateResult | string;
  /** What an exported file says, where a machine should understand it; the text unless told. */
  readonly exported?: (item: Item) => string;
  /** In the exported file alone: of use to whoever counts, and too much for a table. */
  readonly isOnlyExported?: boolean;
  readonly isNumber?: boolean;
  /** The API's name of the order by this column, when the list can be ordered by it. */
  readonly sort?: string;
}

/** What a table needs. */
export interface TableParts<Item> {
  readonly desk: Desk;
  readonly listing: ShownListing<Item>;
  /** Its accessible name, and the name of the exported file. */
  readonly name: string;
  /** What is said while there is no row at all: what brings the first one. Left out where there always is one. */
  readonly nothingYet?: string;
  readonly columns: readonly Column<Item>[];
  readonly filters?: readonly FilterField[];
  /** The address of a row's own page; its first cell is the link. Null for a row without one. */
  readonly href?: (item: Item) => string | null;
  /** What can be done with a row on the spot. */
  readonly actions?: (item: Item) => TemplateResult | typeof nothing;
}

/** A list of rows with its filters, its order, its export, and what there is to say while it is empty, loading or failed. */
export function table<Item>(parts: TableParts<Item>): TemplateResult {
  const { desk, listing, name, filters = [] } = parts;
  const say = partsVoice(desk);
  return html`<section class="listing" aria-label=${name} aria-busy=${listing.isLoading ? "true" : "false"}>
    ${filters.length > 0 ? filterForm(desk, listing, filters) : nothing}
    ${listing.items.length > 0 ? html`<div class="frame">${grid(parts)}</div>` : nothing}
    ${listing.failure ? failureNotice(desk, listing.failure, () => listing.reload()) : nothing}
    <p class="quiet listing-status" role="status">${summary(parts)}</p>
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
          : html`<button
              type="button"
              class="quiet-button"
              ?disabled=${listing.isLoading}
              @click=${() => exportAll(parts)}
            >
              ${say("export")}
            </button>`
      }
    </div>
  </section>`;
}

async function exportAll<Item>({ listing, columns, name }: TableParts<Item>): Promise<void> {
  const items = await listing.readAll();
  if (!items) return;
  download(name, [
    columns.map(({ heading }) => heading),
    ...items.map((item) => columns.map(({ text, exported = text }) => exported(item))),
  ]);
}

function summary<Item>({ desk, listing, nothingYet = "" }: TableParts<Item>): string {
  const say = partsVoice(desk);
  const { items, filters, isLoading, exported, failure } = listing;
  const number = (count: number) => new Intl.NumberFormat(desk.language).format(count);
  if (exported !== null) return say("exporting", { count: number(exported) });
  if (isLoading) return desk.say("loading");
  if (failure) return "";
  if (items.length > 0)
    return say(listing.nextCursor === null ? "allRows" : "rows", { count: number(items.length) });
  return Object.keys(filters).length > 0 ? say("emptyFiltered") : nothingYet;
}

// Narrow screens show rows as blocks, and a table that is not displayed as one loses its roles unless they are named.
function grid<Item>(parts: TableParts<Item>): TemplateResult {
  const { listing, name, href, actions } = parts;
  const columns = parts.columns.filter(({ isOnlyExported = false }) => !isOnlyExported);
  const content = (item: Item, { cell, text }: Column<Item>, place: number) => {
    const shown = cell?.(item) ?? text(item);
    const address = place === 0 ? href?.(item) : null;
    return address ? html`<a href=${address}>${shown}</a>` : shown;
  };
  return html`<table role="table" aria-label=${name}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => heading(parts, column))} ${actions ? html`<td role="cell"></td>` : nothing}
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

function heading<Item>(
  { listing }: TableParts<Item>,
  { heading: text, isNumber, sort }: Column<Item>,
): TemplateResult {
  const look = isNumber ? "number" : "";
  if (sort === undefined) return html`<th role="columnheader" scope="col" class=${look}>${text}</th>`;
  const direction = listing.sort === sort ? "ascending" : listing.sort === `-${sort}` ? "descending" : "none";
  return html`<th role="columnheader" scope="col" class="${look} sortable" aria-sort=${direction}>
    <button type="button" @click=${() => listing.order(sort)}>
      ${text}${icon(direction === "none" ? "sort" : direction === "ascending" ? "rising" : "falling")}
    </button>
  </th>`;
}
