import { html } from "lit";

/** The outline of the filters while the widget loads. */
export const barOutline = html`<div class="bar">
  <div class="skeleton filter"></div>
  <div class="skeleton filter"></div>
  <div class="skeleton unfold"></div>
  <div class="choices"><div class="skeleton filter"></div></div>
</div>`;

/** The outline of the list while it is loaded. */
export const listOutline = html`<div class="skeleton count"></div>
  <div class="list">${Array.from({ length: 9 }, () => html`<div class="skeleton person"></div>`)}</div>`;

/** The outline of a person's profile. */
export const profileOutline = html`<div class="profile">
  <div class="who">
    <div class="photo skeleton"></div>
    <div>
      <div class="skeleton name"></div>
      <div class="skeleton line"></div>
    </div>
  </div>
  <div class="skeleton text"></div>
</div>`;
