import { css } from "lit";

/** The open conversation. */
export const talkStyles = css`
  .talk {
    position: relative;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  @container (width < 24em) {
    .head > .face {
      display: none;
    }
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  .who > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .who p:empty {
    display: none;
  }
  .menu {
    position: relative;
  }
  .card,
  .hint {
    padding: 8px 16px;
    background: var(--_soft);
    border-block-end: 1px solid var(--_line);
  }
  .card a {
    color: var(--_ink);
  }
  .history {
    flex: 1;
    min-height: 0;
    display: flex;
    /* Begins at the end, and keeps its place there when something older comes. */
    flex-direction: column-reverse;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 12px;
  }
  .messages {
    list-style: none;
    margin: 0 0 auto;
    padding: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .older {
    align-self: center;
    flex: none;
    margin-block: auto 12px;
  }
  .day {
    justify-self: center;
    padding: 2px 12px;
  }
  .day.new {
    justify-self: stretch;
    text-align: center;
    color: var(--_ink);
    font-weight: 600;
    border-block-end: 1px solid;
  }
  .message {
    justify-self: start;
    max-width: min(85%, 36em);
    min-width: 0;
    border-radius: var(--_radius);
  }
  .message.own {
    justify-self: end;
    text-align: end;
  }
  .words {
    display: inline-block;
    max-width: 100%;
    padding: 8px 14px;
    text-align: start;
    background: var(--_soft);
    border-radius: var(--_radius);
    border-end-start-radius: 4px;
    box-shadow: inset 0 0 0 1px var(--_line);
    overflow-wrap: anywhere;
  }
  .own > .words {
    background: var(--_tint);
    box-shadow: none;
    border-end-start-radius: var(--_radius);
    border-end-end-radius: 4px;
  }
  .unsent > .words {
    opacity: 0.75;
  }
  .text {
    white-space: pre-wrap;
  }
  blockquote .name {
    display: block;
  }
  .words .name,
  .mode .name {
    font-weight: 600;
  }
  blockquote {
    margin: 0 0 6px;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_edge);
  }
  .meta,
  .deeds {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-height: 24px;
  }
  .own > .meta,
  .own > .deeds {
    justify-content: end;
  }
  .more {
    width: 32px;
    height: 24px;
    border-radius: 6px;
  }
  .wrong {
    color: var(--_danger);
  }
  .newest {
    position: absolute;
    inset-block-end: 84px;
    inset-inline: 0;
    margin-inline: auto;
    width: fit-content;
    box-shadow: 0 4px 16px rgb(0 0 0 / 16%);
  }
  .composer {
    display: grid;
    gap: 6px;
    padding: 10px 12px;
    border-block-start: 1px solid var(--_line);
  }
  .composer > .field {
    display: flex;
    align-items: end;
    gap: 6px;
  }
  textarea {
    flex: 1;
    min-width: 0;
    max-height: 9em;
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .composer .primary {
    flex: none;
    width: 44px;
    padding: 0;
  }
  .skeleton.row {
    height: 60px;
    margin: 8px 12px;
  }
`;
