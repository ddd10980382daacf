import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
  .wallet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 24px;
    min-height: 480px;
  }
  .sign-in {
    gap: 16px;
    min-height: 19.5em;
  }
  .form {
    display: grid;
    gap: 16px;
    max-width: 26em;
  }
  .form > .button {
    justify-self: start;
  }
  .balances,
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    align-items: start;
    gap: 24px;
  }
  .balances {
    gap: 12px;
  }
  .balance {
    display: grid;
    gap: 4px;
    height: 100%;
    align-content: start;
    padding: 16px 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
    overflow-wrap: anywhere;
  }
  .amount {
    font-size: 2em;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .expiring {
    color: var(--_ink);
    font-weight: 550;
  }
  h3 {
    font-size: 1.125em;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .part > .button {
    justify-self: start;
  }
  .package {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding-block: 6px;
    border-block-end: 1px solid var(--_line);
  }
  .name {
    font-weight: 550;
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(180px, 100%), 1fr));
    gap: 12px;
  }
  .filters .field {
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .filters .field:last-child {
    grid-column: span 2;
  }
  @container (max-width: 400px) {
    .filters .field:last-child {
      grid-column: auto;
    }
  }
  .lines {
    border-block-start: 1px solid var(--_line);
  }
  .line {
    display: flex;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .line > p:first-child {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .label,
  .line time {
    display: block;
  }
  .figures {
    display: grid;
    flex: none;
    justify-items: end;
    align-content: start;
    font-variant-numeric: tabular-nums;
  }
  .change {
    font-weight: 600;
  }
  .in {
    color: var(--_success);
  }
  .more {
    justify-self: start;
  }
  .skeleton.card {
    height: 96px;
  }
  .skeleton.block {
    height: 180px;
  }
  .skeleton.row {
    height: 56px;
  }
`;

export const styles = [tokens, buttonStyles, fieldStyles, noticeStyles, skeletonStyles, own];
