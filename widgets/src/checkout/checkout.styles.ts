import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
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
  .skeleton {
    height: 44px;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, own];
