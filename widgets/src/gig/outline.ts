import { html } from "lit";

/** The outline of a gig while it loads. */
export const gigOutline = html`<div class="gig">
  <header>
    <div class="skeleton trail"></div>
    <div class="skeleton title"></div>
  </header>
  <div class="columns">
    <div class="gallery"><div class="skeleton stage"></div></div>
    <div class="side"><div class="skeleton chooser"></div></div>
  </div>
</div>`;
