import { css } from "lit";

/** The look of the way from a chosen package to a paid order. */
export const orderingStyles = css`
  .ordering {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
    max-width: 34em;
    min-height: 44em;
    margin-inline: auto;
  }
  .ordering h2 {
    font-size: 1.5em;
    line-height: 1.3;
  }
  .ordering .sum {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .ordering .form {
    display: grid;
    gap: 16px;
  }
  .ordering .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -10px;
  }
  .back svg {
    rotate: 180deg;
  }
  [dir="rtl"] .back svg {
    rotate: none;
  }
`;
