import { html, type TemplateResult } from "lit";

/** The outline of the search while the widget loads. */
export const barOutline = html`<div class="bar">
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
