import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { tickStyles } from "../parts/field/tick.styles.ts";
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
  .ticks {
    gap: 0 20px;
  }
  .rows {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .skeleton.line {
    height: 44px;
    max-width: 26em;
  }
  .skeleton.block {
    height: 11em;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, tabStyles, tickStyles, own];
