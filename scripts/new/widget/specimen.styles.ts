import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
  .list {
    display: grid;
    gap: 12px;
    min-height: 240px;
    align-content: start;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding-block: 12px;
    border-bottom: 1px solid var(--_line);
  }
  li p {
    flex: 1 1 12em;
  }
  li span {
    display: block;
  }
  .button[aria-pressed="true"] {
    color: var(--_ink);
    border-color: currentcolor;
    background: var(--_tint);
  }
  .skeleton {
    height: 60px;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, own];
