import { css } from "lit";

export const calendarStyles = css`
  .turn {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-bottom: 8px;
    margin-inline-end: -12px;
  }
  .turn h3 {
    flex: 1;
  }
  .page {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    color: var(--_muted);
    transition: var(--_ease);
  }
  .page:hover {
    background: var(--_soft);
    color: var(--_text);
  }
  .page:disabled {
    visibility: hidden;
  }
  .back:dir(ltr) svg,
  .page:not(.back):dir(rtl) svg {
    scale: -1 1;
  }
  .week {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
  }
  .week > * {
    display: grid;
    place-items: center;
    padding: 2px;
  }
  [role="columnheader"] {
    padding-block: 6px;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .day {
    position: relative;
    display: grid;
    place-items: center;
    width: 100%;
    max-width: 48px;
    aspect-ratio: 1;
    border-radius: var(--tessera-day-radius, 50%);
    color: var(--_ink);
    background: var(--_tint);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    transition: var(--_ease);
  }
  .day:hover {
    background: color-mix(in oklab, var(--_accent) 22%, var(--_surface));
  }
  .day[aria-disabled] {
    color: var(--_muted);
    background: none;
    font-weight: 400;
    cursor: default;
  }
  [aria-selected="true"] .day {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .day[aria-current]::after {
    content: "";
    position: absolute;
    bottom: 14%;
    width: 4px;
    height: 4px;
    border-radius: 50%;
    background: currentcolor;
  }
`;
