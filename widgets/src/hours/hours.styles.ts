import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { tabStyles } from "../parts/tabs/tabs.ts";

const own = css`
  .hours:not(.short) {
    min-height: 63em;
  }
  .short {
    min-height: 14em;
  }
  .hours,
  .form,
  .week,
  .preview,
  .inside,
  .part,
  #panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
  }
  .form {
    max-width: 26em;
  }
  .form > .button,
  .more {
    justify-self: start;
  }
  .week > .field {
    max-width: 36em;
  }
  .actions,
  .ticks,
  .times {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .ticks {
    gap: 0 20px;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    gap: 16px;
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
  .days {
    border-block-start: 1px solid var(--_line);
  }
  .day {
    display: grid;
    grid-template: "name deeds" "ranges ranges" / 1fr auto;
    gap: 4px 16px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .day h3,
  .off {
    padding-block: 10px;
  }
  .day h3 {
    grid-area: name;
  }
  .day .actions {
    grid-area: deeds;
  }
  .day .ranges {
    grid-area: ranges;
  }
  .day .button {
    padding-inline: 10px;
    margin-inline-start: -10px;
  }
  .ranges {
    display: grid;
    gap: 8px;
  }
  .range {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .range input {
    flex: 1 1 0;
    min-width: 0;
    width: auto;
    max-width: 9em;
    padding-inline: 8px;
  }
  .range p {
    flex: 1 0 100%;
  }
  .icon {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    color: var(--_muted);
    flex: none;
  }
  .icon:hover {
    background: var(--_soft);
    color: var(--_text);
  }
  .link {
    min-height: 24px;
    color: var(--_ink);
    font-weight: 550;
    text-decoration: underline;
  }
  .badge {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_soft);
    font-weight: 550;
  }
  .rows {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .whole {
    flex: 1 0 100%;
    min-width: 0;
  }
  .inside {
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .inside > ul {
    display: grid;
    gap: 4px;
  }
  .preview {
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
  }
  h4 {
    margin: 0 0 6px;
    font-size: 0.875em;
    font-weight: 550;
    color: var(--_muted);
  }
  .time {
    padding: 6px 12px;
    border-radius: 8px;
    background: var(--_tint);
    color: var(--_ink);
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }
  @container (max-width: 400px) {
    ::-webkit-calendar-picker-indicator {
      display: none;
    }
  }
  .more-times {
    padding-block: 6px;
  }
  .skeleton.line {
    height: 44px;
    max-width: 26em;
  }
  .skeleton.block {
    height: 24em;
  }
  .short > .skeleton.block {
    height: 7.5em;
  }
  @container (min-width: 640px) {
    .day {
      grid-template: "name ranges deeds" / 8em minmax(0, 1fr) auto;
      align-items: start;
    }
  }
  @container (min-width: 1000px) {
    .hours:not(.short) {
      min-height: 53em;
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 22em;
      gap: 32px;
      align-items: start;
    }
  }
  @container (max-width: 999px) {
    .preview {
      margin-top: 24px;
    }
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, fieldStyles, tabStyles, own];
