import { html, type TemplateResult } from "lit";

/** The outline of the search while the widget loads. */
const barOutline = html`<div class="bar">
  <div class="skeleton field"></div>
  <div class="skeleton field"></div>
  <div class="skeleton unfold"></div>
</div>`;

/** The outline of a list while it is loaded. */
export const cardOutlines = (count: number): TemplateResult =>
  html`<div class="skeleton count"></div>
    <div class="list">${Array.from({ length: count }, () => html`<div class="skeleton card"></div>`)}</div>`;

/** The outline of the filters beside the list until it is known what there is to choose. */
export const filtersOutline = html`<div class="skeleton filters"></div>`;

/** The outline of the whole list while it loads. */
export const gigsOutline = html`<div class="frame">
  ${barOutline}
  <div class="columns">
    <div class="filters">${filtersOutline}</div>
    <div class="results">${cardOutlines(6)}</div>
  </div>
</div>`;
