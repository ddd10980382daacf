import { css } from "lit";

export const comboboxStyles = css`
  .combobox {
    display: grid;
    gap: 8px;
  }
  .box {
    position: relative;
  }
  .options {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    max-height: 15em;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 4px;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 10px;
    box-shadow: 0 8px 28px rgb(16 24 40 / 16%);
  }
  p.options {
    padding: 10px 12px;
  }
  .options li {
    padding: 8px 10px;
    min-height: 40px;
    border-radius: 8px;
    cursor: pointer;
  }
  .options li:hover {
    background: var(--_soft);
  }
  .options [aria-selected="true"] {
    background: var(--_tint);
    outline: 1px solid var(--_ink);
    outline-offset: -1px;
  }
  .options .chosen {
    font-weight: 600;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 36px;
    max-width: 100%;
    padding: 4px 8px 4px 12px;
    border-radius: 999px;
    color: var(--_ink);
    background: var(--_tint);
    overflow-wrap: anywhere;
  }
  .chip:dir(rtl) {
    padding: 4px 12px 4px 8px;
  }
  .chip:hover {
    text-decoration: line-through;
  }
  .chip svg {
    width: 1em;
    height: 1em;
  }
`;
