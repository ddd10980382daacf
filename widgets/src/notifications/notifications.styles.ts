import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { tickStyles } from "../parts/field/tick.styles.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";

const own = css`
  :host([view="bell"]) {
    display: inline-block;
    inline-size: 44px;
    min-block-size: 44px;
    vertical-align: middle;
  }
  .inbox,
  .sign-in {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 16px;
    min-height: 208px;
  }
  .sign-in {
    min-height: 19.5em;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .deeds,
  .head > .button {
    margin-inline-start: auto;
  }
  .form {
    display: grid;
    gap: 16px;
    max-width: 26em;
  }
  .form > .button {
    justify-self: start;
  }
  .inbox h3 {
    font-size: 1.125em;
  }
  .filter {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    font-weight: 550;
  }
  select {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    min-height: 44px;
    min-width: 0;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
  }
  .list {
    border-block-start: 1px solid var(--_line);
  }
  .notification {
    display: flex;
    align-items: start;
    gap: 4px;
    border-block-end: 1px solid var(--_line);
  }
  .open {
    position: relative;
    flex: 1;
    display: grid;
    gap: 2px;
    min-width: 0;
    min-height: 44px;
    padding: 12px 0;
    padding-inline: 20px 8px;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .open:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .unread .name {
    font-weight: 600;
  }
  .unread .open::before {
    content: "";
    position: absolute;
    inset-block-start: calc(12px + 0.75em - 4px);
    inset-inline-start: 4px;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_ink);
  }
  .delete {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    margin-block-start: 4px;
    color: var(--_muted);
    border-radius: 10px;
  }
  .delete:hover,
  .toggle:hover {
    background: var(--_soft);
    color: var(--_text);
  }
  .more {
    justify-self: start;
  }
  .toggle {
    position: relative;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 10px;
  }
  .toggle svg {
    width: 1.5em;
    height: 1.5em;
  }
  .count {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 0;
    min-width: 20px;
    padding-inline: 5px;
    border-radius: 999px;
    color: var(--_on-accent);
    background: var(--_accent);
    box-shadow: 0 0 0 2px var(--_surface);
    font-size: 12px;
    font-weight: 600;
    line-height: 20px;
    text-align: center;
  }
  .inbox[popover] {
    position: absolute;
    inset: auto;
    margin: 0;
    min-height: 0;
    width: min(400px, calc(100vw - 16px));
    padding: 16px;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: 0 16px 48px rgb(0 0 0 / 18%);
  }
  .inbox[popover]:not(:popover-open) {
    display: none;
  }
  .skeleton.line {
    height: 44px;
    max-width: 14em;
  }
  .skeleton.row {
    height: 72px;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, tickStyles, own];
