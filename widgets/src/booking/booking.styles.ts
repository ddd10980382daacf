import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { calendarStyles } from "../parts/calendar/calendar.styles.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { offerListStyles } from "./offer-list.ts";

const own = css`
  .card {
    display: grid;
    grid-template-rows: auto 1fr;
    min-height: 55em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: var(--tessera-shadow, 0 1px 2px rgb(16 24 40 / 5%), 0 8px 28px rgb(16 24 40 / 6%));
    overflow: clip;
  }
  .summary,
  .step {
    padding: 20px;
    min-width: 0;
  }
  .summary {
    border-bottom: 1px solid var(--_line);
  }
  .step {
    display: grid;
    align-content: start;
    gap: 16px;
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
    margin-bottom: 10px;
  }
  .avatar {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_ink);
    font-weight: 600;
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
    margin-top: 12px;
  }
  .facts li {
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: 100%;
  }
  .facts .when {
    color: var(--_text);
    font-weight: 550;
    align-items: start;
  }
  .facts .when svg {
    margin-top: 0.125em;
    color: var(--_ink);
  }
  .about {
    margin-top: 12px;
    white-space: pre-line;
  }
  .zone {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    border-bottom: 1px dashed var(--_edge);
    padding: 4px 0;
    min-width: 0;
    max-width: 100%;
    flex: 0 1 auto;
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
    min-height: 44px;
    margin-bottom: 8px;
    align-content: center;
  }
  .time {
    width: 100%;
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
    max-width: 26em;
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
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  dialog .actions {
    margin-top: 20px;
  }
  .form > .button,
  .details > .actions > .primary {
    justify-self: start;
    min-width: 10em;
  }
  .done {
    display: grid;
    justify-items: start;
    align-content: center;
    gap: 14px;
  }
  .done > *,
  select {
    max-width: 100%;
  }
  .card.brief {
    min-height: 20em;
    grid-template: 1fr / 1fr;
  }
  .done > .quiet {
    margin-inline-start: -10px;
  }
  .seal {
    display: grid;
    place-items: center;
    width: 52px;
    height: 52px;
    border-radius: 50%;
    color: var(--_success);
    background: color-mix(in oklab, var(--_success) 14%, var(--_surface));
    font-size: 1.25em;
  }
  .seal.off {
    color: var(--_muted);
    background: var(--_soft);
  }
  .skeleton.title {
    height: 1.6em;
    width: 75%;
  }
  .skeleton.line {
    height: 1em;
    width: 55%;
    margin-block: 12px 16px;
  }
  .skeleton.field {
    height: 44px;
    max-width: 26em;
  }
  .skeleton.time {
    height: 44px;
    border-radius: 10px;
  }
  .skeleton.month {
    height: 22em;
    border-radius: var(--_radius);
  }
  @container (width >= 34em) {
    .card {
      min-height: 44em;
    }
    .choose {
      grid-template-columns: minmax(0, 1.5fr) minmax(8.5em, 1fr);
      gap: 28px;
    }
    .times ul {
      grid-template-columns: repeat(auto-fill, minmax(8em, 1fr));
      max-height: 22em;
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
      grid-template: 1fr / minmax(14em, 17em) minmax(0, 1fr);
      min-height: 29em;
    }
    .summary {
      border-bottom: 0;
      border-inline-end: 1px solid var(--_line);
    }
    .facts {
      flex-direction: column;
      margin-top: 18px;
    }
  }
`;

export const styles = [
  tokens,
  buttonStyles,
  noticeStyles,
  skeletonStyles,
  calendarStyles,
  own,
  offerListStyles,
];
