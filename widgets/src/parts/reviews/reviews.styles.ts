import { css } from "lit";

/** The look of reviews with what is said to them, and of what they add up to. */
export const reviewsStyles = css`
  .reviews,
  .review,
  .reply,
  .reply-form,
  .adds-up {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .reviews {
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .review {
    padding-top: 14px;
    border-top: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  :is(.review, .reply) .small > .muted {
    margin-inline-start: 0.5em;
  }
  .review .words,
  .reply .words {
    white-space: pre-line;
    max-width: 44em;
  }
  .reply {
    gap: 4px;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--_line);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_soft);
  }
  .reply:dir(rtl) {
    border-radius: var(--_radius) 0 0 var(--_radius);
  }
  .review .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .adds-up {
    gap: 20px 40px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    max-width: 52em;
  }
  .bars {
    display: grid;
    gap: 6px;
    align-content: start;
    margin: 0;
  }
  .bars > div {
    display: grid;
    grid-template-columns: minmax(3.5em, 9em) minmax(0, 1fr) 2.5em;
    gap: 12px;
    align-items: center;
  }
  .bars.stars > div {
    grid-template-columns: 3.5em minmax(0, 1fr) 2.5em;
  }
  .bars dd {
    display: contents;
    font-variant-numeric: tabular-nums;
  }
  .bars dt {
    overflow-wrap: anywhere;
  }
  .bar-of {
    width: 100%;
    height: 6px;
    border-radius: 3px;
    fill: var(--_line);
    stroke: none;
  }
  .bar-of .full {
    fill: var(--_accent);
  }
  .bar-of:dir(rtl) {
    scale: -1 1;
  }
`;
