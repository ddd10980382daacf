import { css } from "lit";

export const pickerStyles = css`
  .money {
    display: grid;
    grid-template-columns: minmax(0, 12em) 6em;
    gap: 8px;
  }
  .weekly {
    border-spacing: 4px;
    margin: -4px;
    width: calc(100% + 8px);
    max-width: 34em;
    table-layout: fixed;
  }
  .weekly th {
    padding: 0;
    font-weight: 550;
    text-align: start;
  }
  .weekly thead td {
    width: 2.5em;
  }
  .every {
    position: relative;
    width: 100%;
    min-height: 44px;
    border-radius: 8px;
    font-size: 0.8125em;
    font-weight: 550;
    text-align: center;
    line-height: 1.25;
  }
  .every span {
    display: block;
    font-weight: 400;
  }
  .every:hover {
    background: var(--_soft);
  }
  .tile {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 40px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    cursor: pointer;
    transition: var(--_ease);
  }
  .tile input {
    min-height: 0;
    padding: 0;
    border: 0;
  }
  .tile svg {
    opacity: 0;
  }
  .tile:hover {
    background: var(--_soft);
  }
  .tile:has(:checked) {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
  }
  .tile:has(:checked) svg {
    opacity: 1;
  }
  .tile:has([aria-invalid]) {
    border-color: var(--_danger);
  }
  .tile:has(:focus-visible) {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  @container (width >= 26em) {
    .weekly {
      border-spacing: 6px;
      margin: -6px;
      width: calc(100% + 12px);
    }
    .weekly thead td {
      width: 4em;
    }
    .every {
      font-size: inherit;
    }
  }
  @container (width >= 34em) {
    .question:has(.combobox, .money) {
      max-width: 26em;
    }
  }
`;
