import { html } from "lit";

/** The widget's outline while it loads. */
export const outline = html`<section class="card" part="card">
  <div class="skeleton line"></div>
  <div class="skeleton field"></div>
  <div class="skeleton field"></div>
  <div class="skeleton field"></div>
</section>`;
