import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { comboboxStyles } from "../parts/combobox/combobox.styles.ts";
import { dialogStyles } from "../parts/dialog/dialog.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { coverStyles } from "../parts/gig/cover.ts";
import { noticeStyles } from "../parts/notice.ts";
import { personStyles } from "../parts/person/person.styles.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { cardStyles } from "../parts/gig/gig-card.styles.ts";

const own = css`
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 12px;
    align-items: end;
    margin-bottom: 20px;
  }
  .bar .search {
    grid-column: 1 / -1;
  }
  .bar .field,
  .filters .field {
    gap: 4px;
  }
  .bar label,
  .filters label,
  .filters legend,
  .filters .naming {
    padding: 0;
    font-size: 0.875em;
    font-weight: 550;
  }
  .filters legend {
    margin-bottom: 4px;
  }
  .options li {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .frame {
    min-height: 64em;
  }
  .columns,
  .results,
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .results {
    gap: 16px;
  }
  .filters {
    gap: 18px;
  }
  aside.filters,
  .columns > .filters {
    display: none;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .amounts {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .amounts input {
    flex: 1;
    min-width: 0;
  }
  .tree ul {
    margin-top: 4px;
  }
  .category {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    width: 100%;
    min-height: 36px;
    padding: 6px 10px;
    border-radius: 8px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .category:hover {
    background: var(--_soft);
  }
  .category[aria-current] {
    color: var(--_ink);
    background: var(--_tint);
    font-weight: 600;
  }
  .category[aria-current] .muted {
    color: inherit;
  }
  .depth2 {
    padding-inline-start: 14px;
  }
  .depth3 {
    padding-inline-start: 28px;
  }
  .depth4 {
    padding-inline-start: 42px;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .tag {
    min-height: 32px;
    padding: 2px 12px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }
  .tag:hover {
    border-color: var(--_edge);
  }
  .tag[aria-pressed="true"] {
    color: var(--_ink);
    background: var(--_tint);
    border-color: var(--_ink);
  }
  .chips {
    align-items: center;
  }
  .clear {
    min-height: 36px;
    padding-block: 4px;
  }
  .more {
    justify-self: start;
  }
  .one {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -10px;
  }
  .back svg {
    rotate: 180deg;
  }
  [dir="rtl"] .back svg {
    rotate: none;
  }
  dialog {
    width: min(24em, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    margin-inline-start: auto;
    padding: 0;
    border-radius: 0;
    border-block: 0;
  }
  dialog[open] {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  }
  dialog header,
  dialog footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 20px;
  }
  dialog header {
    border-bottom: 1px solid var(--_line);
  }
  dialog header h2 {
    margin: 0;
  }
  dialog footer {
    border-top: 1px solid var(--_line);
  }
  dialog footer .primary {
    flex: 1;
  }
  dialog .filters {
    padding: 16px 20px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .skeleton.field {
    height: 72px;
  }
  .skeleton.field:first-child {
    grid-column: 1 / -1;
  }
  .skeleton.unfold {
    width: 6em;
    height: 44px;
  }
  .skeleton.filters {
    height: 30em;
  }
  .skeleton.count {
    width: 6em;
    height: 1.3125em;
  }
  .skeleton.card {
    height: 18em;
    border: 0;
  }
  @container (width >= 40em) {
    .bar {
      grid-template-columns: minmax(0, 1fr) minmax(0, 13em) auto;
    }
    .bar .search,
    .skeleton.field:first-child {
      grid-column: auto;
    }
  }
  @container (width >= 56em) {
    .bar {
      grid-template-columns: minmax(0, 1fr) minmax(0, 13em);
    }
    .unfold {
      display: none;
    }
    .columns {
      grid-template-columns: 15em minmax(0, 1fr);
      gap: 32px;
    }
    .columns > .filters {
      display: grid;
    }
  }
  @container (width >= 120em) {
    .frame {
      max-width: 112em;
      margin-inline: auto;
    }
  }
`;

export const styles = [
  tokens,
  buttonStyles,
  noticeStyles,
  skeletonStyles,
  fieldStyles,
  personStyles,
  coverStyles,
  comboboxStyles,
  dialogStyles,
  cardStyles,
  own,
];
