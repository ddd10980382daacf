import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
  .card {
    display: grid;
    align-content: start;
    gap: 24px;
    min-height: 54em;
    padding: 20px;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: var(--tessera-shadow, 0 1px 2px rgb(16 24 40 / 5%), 0 8px 28px rgb(16 24 40 / 6%));
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
  }
  h2,
  h3 {
    font-size: 1.125em;
  }
  [data-heading]:focus {
    outline: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .form {
    display: grid;
    gap: 16px;
    max-width: 26em;
  }
  .form > .button {
    justify-self: start;
  }
  .skeleton.line {
    width: min(14em, 60%);
    height: 1.5em;
  }
  .skeleton.field {
    height: 5em;
  }
  @container (width >= 23.5em) {
    .card {
      min-height: 40em;
    }
  }
  @container (width >= 34em) {
    .card {
      min-height: 37.5em;
      padding: 28px;
    }
  }
  @container (width >= 46em) {
    .card {
      min-height: 34.5em;
    }
  }
  .card:has(.done) {
    min-height: 0;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, own];
