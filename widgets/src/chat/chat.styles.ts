import { css } from "lit";
import { tokens } from "../base/theme.ts";
import { buttonStyles } from "../parts/button.ts";
import { noticeStyles } from "../parts/notice.ts";
import { skeletonStyles } from "../parts/skeleton.ts";
import { talkStyles } from "./talk.styles.ts";

const frame = css`
  .chat {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: var(--tessera-chat-height, 560px);
    overflow: hidden;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  :host(:is([display="bubble"], [display="panel"])) div.root {
    position: fixed;
    z-index: 2147483000;
    inset-block-end: 16px;
    inset-inline-end: 16px;
    inline-size: min(400px, 100vw - 32px);
    block-size: min(640px, 100dvh - 32px);
    flex-direction: column;
    overflow: hidden;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: 0 16px 48px rgb(0 0 0 / 24%);
    --tessera-chat-height: auto;
  }
  :host([display="bubble"]) div.root {
    inset-block-end: 84px;
    block-size: min(640px, 100dvh - 100px);
  }
  :host(:is([display="bubble"], [display="panel"]):not([open])) div.root {
    display: none;
  }
  :host(:is([display="bubble"], [display="panel"])[open]) div.root {
    display: flex;
  }
  :host(:is([display="bubble"], [display="panel"])) :is(.chat, .sign-in) {
    flex: 1;
    min-block-size: 0;
    border: 0;
    border-radius: 0;
  }
  :host(:is([display="bubble"], [display="panel"])) .sign-in {
    padding: 16px;
    overflow: auto;
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block: 4px;
    padding-inline: 16px 4px;
    border-block-end: 1px solid var(--_line);
    font-weight: 600;
  }
  .sign-in {
    display: grid;
    align-content: start;
    gap: 16px;
    max-width: 26em;
    min-block-size: var(--tessera-chat-height, 560px);
  }
  .form {
    display: grid;
    gap: 16px;
  }
  .form > .button {
    justify-self: start;
  }
  .side,
  .talk {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .chat.open .side,
  .chat:not(.open) .talk {
    display: none;
  }
  @container (width >= 40em) {
    .chat {
      grid-template-columns: minmax(0, 18em) minmax(0, 1fr);
    }
    .chat .side,
    .chat:not(.open) .talk {
      display: flex !important;
    }
    .side {
      border-inline-end: 1px solid var(--_line);
    }
    .head > [data-deed="back"] {
      display: none;
    }
  }
  .pad {
    display: grid;
    gap: 8px;
    padding: 12px;
  }
  .choose {
    margin: auto;
    padding: 24px;
    text-align: center;
  }
  .tool,
  .more {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    color: var(--_muted);
    border-radius: 10px;
    cursor: pointer;
    list-style: none;
  }
  .tool:hover,
  .more:hover {
    background: var(--_soft);
    color: var(--_text);
  }
  [data-deed="back"] svg,
  [data-deed="archived"] svg,
  .composer .primary svg {
    scale: var(--_x, 1) 1;
  }
  .root[dir="rtl"] {
    --_x: -1;
  }
  .more svg,
  summary svg {
    stroke-width: 3;
  }
`;

const side = css`
  .bar {
    display: flex;
    align-items: center;
    padding-block: 4px;
    padding-inline: 12px 4px;
  }
  h2 {
    flex: 1;
    min-width: 0;
  }
  input,
  textarea {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    width: 100%;
    min-height: 44px;
    padding: 9px 14px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .conversation {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 12px;
    width: 100%;
    padding: 10px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .conversation:hover {
    background: var(--_soft);
  }
  .conversation[aria-current] {
    background: var(--_tint);
  }
  .conversation:focus-visible {
    outline-offset: -2px;
  }
  .conversation > .face {
    grid-row: span 2;
  }
  .conversation[aria-current] > .face {
    background: var(--_surface);
  }
  .face {
    display: grid;
    place-items: center;
    flex: none;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    color: var(--_ink);
    background: var(--_tint);
    font-weight: 600;
    font-size: 0.875em;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  .line > .name,
  .gist {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .gist {
    display: flex;
    gap: 0.3em;
    color: var(--_muted);
  }
  /* Cut where its own writing ends, whichever way the page runs. */
  .gist > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .fresh .name {
    font-weight: 600;
  }
  .fresh .gist {
    color: var(--_text);
  }
  .line > time {
    flex: none;
  }
  .mark svg {
    width: 1em;
    height: 1em;
    color: var(--_muted);
  }
  .count {
    min-width: 20px;
    padding-inline: 6px;
    border-radius: 999px;
    color: var(--_on-accent);
    background: var(--_accent);
    font-size: 12px;
    font-weight: 600;
    line-height: 20px;
    text-align: center;
  }
`;

export const styles = [tokens, buttonStyles, noticeStyles, skeletonStyles, frame, side, talkStyles];
