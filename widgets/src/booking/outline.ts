import { html } from "lit";

/** The widget's outline while it loads. */
export const cardOutline = html`<div class="card" part="card">
  <div class="summary">
    <div class="skeleton title"></div>
    <div class="skeleton line"></div>
  </div>
  <section class="step"><div class="skeleton month"></div></section>
</div>`;

/** The outline where there is nothing to book, only a session that a link opens. */
export const briefOutline = html`<div class="card brief" part="card">
  <section class="step">
    <div class="skeleton title"></div>
    <div class="skeleton line"></div>
  </section>
</div>`;

/** A step's outline while its panel is loaded. */
export const formOutline = html`<div class="skeleton line"></div>
  <div class="skeleton field"></div>
  <div class="skeleton field"></div>`;
