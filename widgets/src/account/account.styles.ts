import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { tabStyles } from "../parts/tabs/tabs.ts";

const own = css`
  .account {
    min-height: 28em;
    padding-bottom: 8px;
  }
  .account,
  .form,
  #panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
  }
  .form {
    max-width: 26em;
  }
  .form.wide {
    max-width: 44em;
  }
  .form > .button {
    justify-self: start;
  }
  #panel {
    gap: 28px;
  }
  .account > h2,
  .account > h3 {
    font-size: 1.125em;
  }
  .head,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .head p,
  .row p,
  .row > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .who {
    font-weight: 600;
  }
  .actions,
  .pair,
  .ticks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .ways {
    min-height: 44px;
    margin-inline-start: -10px;
  }
  .label {
    font-weight: 550;
  }
  .pair {
    overflow-wrap: anywhere;
  }
  .badge {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_soft);
    font-weight: 550;
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 12px;
  }
  .count {
    padding: 16px 20px;
    background: var(--_tint);
    border-radius: var(--_radius);
    font-weight: 550;
  }
  .count.none {
    color: var(--_muted);
    background: var(--_soft);
    font-weight: 400;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 6px;
    font-weight: 550;
  }
  .ticks {
    gap: 0 20px;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    font-weight: 400;
    cursor: pointer;
  }
  .tick input {
    width: 1.25em;
    height: 1.25em;
    min-height: 0;
    margin: 0;
    accent-color: var(--_accent);
    flex: none;
  }
  .rows {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .news {
    width: 100%;
    max-width: 44em;
    border-collapse: collapse;
  }
  .news th,
  .news td {
    padding: 4px 8px;
    text-align: start;
    border-block-end: 1px solid var(--_line);
  }
  .news :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .news tbody th {
    font-weight: 400;
  }
  .news th span {
    display: block;
  }
  .news .tick {
    justify-content: center;
    min-width: 44px;
  }
  .skeleton.line {
    height: 44px;
    max-width: 26em;
  }
  .skeleton.block {
    height: 11em;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, tabStyles, own];
