import { html } from "lit";

/** The widget's outline while it loads. */
export const cardOutline = html`<div class="card" part="card">
  <div class="summary">
    <div class="skeleton title"></div>
    <div class="skeleton line"></div>
  </div>
  <section class="step"><div class="skeleton month"></div></section>
</div>`;

/** A step's outline while its panel is loaded. */
export const formOutline = html`<div class="skeleton line"></div>
  <div class="skeleton field"></div>
  <div class="skeleton field"></div>`;
