import { css } from "lit";

/** Numbers of accounts run from left to right in every language. */
export const payoutStyles = css`
  .payouts {
    gap: 20px;
  }
  .payouts .form {
    max-width: 26em;
  }
  .payouts :is(h4, p) {
    margin: 0;
  }
  .payouts h4 {
    font-size: 1em;
    font-weight: 600;
  }
  .number {
    direction: ltr;
    text-align: match-parent;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .payout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .payout p:first-child > * {
    display: block;
  }
  .payout .reason {
    grid-column: 1 / -1;
  }
  .payout .sum {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
