import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { tabStyles } from "../parts/tabs/tabs.ts";

const own = css`
  .list,
  .sign-in {
    display: grid;
    gap: 16px;
  }
  .list {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 28em), 1fr));
  }
  .sign-in {
    align-content: start;
    min-height: 19.5em;
  }
  .more {
    margin-top: 16px;
  }
  .filter {
    max-width: 18em;
    margin-bottom: 16px;
  }
  .card {
    display: grid;
    gap: 8px;
    align-content: start;
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
    min-width: 0;
  }
  .head > :first-child {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .title {
    font-weight: 600;
    color: var(--_ink);
    text-decoration: none;
    min-height: 24px;
  }
  .title:hover {
    text-decoration: underline;
  }
  .badge {
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_soft);
    font-weight: 550;
  }
  .badge.requirements,
  .badge.in_progress,
  .badge.delivered,
  .badge.revision {
    color: var(--_ink);
    background: var(--_tint);
  }
  .badge.disputed {
    color: var(--_danger);
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
  .back {
    margin-inline-start: -10px;
  }
  .back svg {
    rotate: 180deg;
  }
  [dir="rtl"] .back svg {
    rotate: none;
  }
  .skeleton.card {
    height: 9em;
    border: 0;
  }
  .skeleton.filter {
    height: 74px;
  }
  .skeleton.tab {
    width: 12em;
  }
`;

export const styles = [tokens, buttonStyles, fieldStyles, noticeStyles, skeletonStyles, tabStyles, own];
