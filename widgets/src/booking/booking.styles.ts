import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { calendarStyles } from "../parts/calendar/calendar.styles.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
  .card {
    display: grid;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: var(--tessera-shadow, 0 1px 2px rgb(16 24 40 / 5%), 0 8px 28px rgb(16 24 40 / 6%));
    overflow: clip;
  }
  .summary,
  .step {
    padding: 20px;
    min-inline-size: 0;
  }
  .summary {
    border-block-end: 1px solid var(--_line);
  }
  .step {
    display: grid;
    align-content: start;
    gap: 16px;
    min-block-size: 26em;
    animation: arrive 240ms cubic-bezier(0.2, 0, 0, 1);
  }
  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  .who {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-block-end: 10px;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_ink);
    font-weight: 600;
  }
  .skeleton.avatar {
    background: var(--_soft);
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  .title {
    font-size: 1.125em;
  }
  .title:focus,
  h2:focus {
    outline: none;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 18px;
    margin-block-start: 12px;
  }
  .facts li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .facts .when {
    color: var(--_text);
    font-weight: 550;
    align-items: start;
  }
  .facts .when svg {
    margin-block-start: 0.125em;
    color: var(--_ink);
  }
  .about {
    margin-block-start: 12px;
    white-space: pre-line;
  }
  .zone {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    border-block-end: 1px dashed var(--_edge);
    padding: 4px 0;
    min-inline-size: 0;
    max-inline-size: 100%;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  option {
    color: var(--_text);
    background: var(--_surface);
  }
  .choose {
    display: grid;
    gap: 20px;
  }
  .times ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7em, 1fr));
    gap: 8px;
  }
  .times h3 {
    min-block-size: 44px;
    margin-block-end: 8px;
    align-content: center;
  }
  .time {
    inline-size: 100%;
    color: var(--_ink);
    font-variant-numeric: tabular-nums;
  }
  .time:hover {
    border-color: var(--_ink);
    background: var(--_tint);
  }
  .details,
  .form {
    display: grid;
    gap: 16px;
    max-inline-size: 26em;
  }
  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    margin-inline-start: -10px;
    font-variant-numeric: tabular-nums;
  }
  .back:dir(rtl) {
    transform: scaleX(-1);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  dialog .actions {
    margin-block-start: 20px;
  }
  .form > .button,
  .details > .actions > .primary {
    justify-self: start;
    min-inline-size: 10em;
  }
  .done {
    display: grid;
    justify-items: start;
    align-content: center;
    gap: 14px;
  }
  .done > .quiet {
    margin-inline-start: -10px;
  }
  .seal {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border-radius: 50%;
    color: var(--_success);
    background: color-mix(in oklab, var(--_success) 14%, var(--_surface));
    font-size: 1.25em;
  }
  .seal.off {
    color: var(--_muted);
    background: var(--_soft);
  }
  .offers {
    display: grid;
    gap: 8px;
  }
  .offer {
    inline-size: 100%;
    justify-content: space-between;
    text-align: start;
    padding-block: 14px;
  }
  .skeleton.title {
    block-size: 1.6em;
    inline-size: 75%;
  }
  .skeleton.line {
    block-size: 1em;
    inline-size: 55%;
    margin-block: 12px 16px;
  }
  .skeleton.field {
    block-size: 44px;
    max-inline-size: 26em;
  }
  .skeleton.time {
    block-size: 44px;
    border-radius: 10px;
  }
  .skeleton.month {
    block-size: 22em;
    border-radius: var(--_radius);
  }
  @container (width >= 34em) {
    .choose {
      grid-template-columns: minmax(0, 1.5fr) minmax(8.5em, 1fr);
      gap: 28px;
    }
    .times ul {
      grid-template-columns: repeat(auto-fill, minmax(8em, 1fr));
      max-block-size: 23em;
      overflow-y: auto;
      padding: 3px;
      margin: -3px;
    }
    .summary,
    .step {
      padding: 28px;
    }
  }
  @container (width >= 52em) {
    .card {
      grid-template-columns: minmax(14em, 17em) minmax(0, 1fr);
    }
    .summary {
      border-block-end: 0;
      border-inline-end: 1px solid var(--_line);
    }
    .facts {
      flex-direction: column;
      margin-block-start: 18px;
    }
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, calendarStyles, own];
