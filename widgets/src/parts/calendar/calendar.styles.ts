import { css } from "lit";

export const calendarStyles = css`
  .turn {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-block-end: 8px;
  }
  .turn {
    margin-inline-end: -12px;
  }
  .turn h3 {
    flex: 1;
  }
  .page {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    color: var(--_muted);
    transition: background var(--_ease);
  }
  .page:hover {
    background: var(--_soft);
    color: var(--_text);
  }
  .page:disabled {
    visibility: hidden;
  }
  .page:dir(rtl) svg {
    transform: scaleX(-1);
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
    inline-size: 100%;
    max-inline-size: 48px;
    aspect-ratio: 1;
    border-radius: var(--tessera-day-radius, 50%);
    color: var(--_ink);
    background: var(--_tint);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    transition:
      background var(--_ease),
      color var(--_ease);
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
    inset-block-end: 14%;
    inline-size: 4px;
    block-size: 4px;
    border-radius: 50%;
    background: currentcolor;
  }
`;
