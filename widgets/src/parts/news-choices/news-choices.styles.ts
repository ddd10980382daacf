import { css } from "lit";

/** The table of kinds and channels, and the hours beside each other. */
export const newsChoicesStyles = css`
  .news {
    width: 100%;
    max-width: 44em;
    border-collapse: collapse;
  }
  .news th,
  .news td {
    padding: 4px 8px;
    text-align: start;
    border-block-end: 1px solid var(--_line);
  }
  .news :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .news tbody th {
    font-weight: 400;
  }
  .news th span {
    display: block;
  }
  .news .tick {
    justify-content: center;
    min-width: 44px;
  }
  .hours {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
  }
  .hours .field {
    flex: 1 1 8em;
  }
`;
