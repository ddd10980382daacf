import { css } from "lit";

export const orderPageStyles = css`
  .whole,
  .main,
  .side,
  .side section,
  .main section,
  .deed,
  .delivery,
  .said {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
  }
  .whole {
    overflow-wrap: anywhere;
  }
  .whole h2 {
    font-size: 1.375em;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  @container (width >= 52em) {
    .columns {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    }
  }
  .side section,
  .delivery,
  .said {
    gap: 8px;
  }
  .words {
    white-space: pre-wrap;
    max-width: 44em;
  }
  .deed {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .deed .field {
    font-weight: 550;
    max-width: 44em;
  }
  .field :is(textarea, select, input) {
    font-weight: 400;
  }
  .delivery {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .delivery p > .muted {
    margin-inline-start: 0.5em;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .sum div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 6px;
    border-bottom: 1px solid var(--_line);
  }
  .sum .total {
    font-weight: 600;
    border: 0;
  }
  .history {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .history li {
    display: grid;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
`;
