import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { dialogStyles } from "../parts/dialog/dialog.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { tabStyles } from "../parts/tabs/tabs.ts";

const own = css`
  .list,
  .form,
  .sign-in {
    display: grid;
    gap: 16px;
  }
  .sign-in {
    align-content: start;
    min-height: 19.5em;
  }
  .form {
    max-width: 26em;
  }
  .form > .button,
  .more {
    justify-self: start;
  }
  .more {
    margin-top: 16px;
  }
  .finder {
    display: grid;
    gap: 6px;
    max-width: 26em;
    margin-bottom: 16px;
  }
  .finder label {
    font-weight: 550;
  }
  .finder input {
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    background: var(--_surface);
  }
  .finder ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .session {
    display: grid;
    gap: 12px;
    padding: 20px;
    min-width: 0;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .badge {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_soft);
    font-weight: 550;
  }
  .badge.confirmed,
  .badge.running {
    color: var(--_ink);
    background: var(--_tint);
  }
  .facts {
    display: grid;
    gap: 6px;
  }
  .facts li {
    display: flex;
    align-items: start;
    gap: 8px;
  }
  .facts svg {
    margin-top: 0.125em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  dialog .actions {
    margin-top: 20px;
  }
  .new-time {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    font-weight: 550;
  }
  select {
    font: inherit;
    font-weight: 400;
    color: inherit;
    background: var(--_surface);
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    max-width: 100%;
  }
  .skeleton.session {
    height: 11em;
    border: 0;
  }
  .skeleton.tab {
    width: 12em;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, dialogStyles, tabStyles, own];
