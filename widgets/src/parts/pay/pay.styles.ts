import { css } from "lit";

/** The lines of an order and the button that pays it. */
export const payStyles = css`
  .order {
    display: grid;
    gap: 18px;
    max-width: 30em;
  }
  .lines > div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 12px;
    border-bottom: 1px solid var(--_line);
  }
  .lines dd {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .lines .total {
    border: 0;
    font-size: 1.125em;
    font-weight: 600;
  }
  .pay {
    width: 100%;
  }
  .order .skeleton {
    height: 44px;
  }
`;
