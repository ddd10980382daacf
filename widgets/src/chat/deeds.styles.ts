import { css } from "lit";

/** The questions of a chat. */
export const deedsStyles = css`
  .asked {
    display: grid;
    gap: 16px;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
  }
  .choices > .button {
    justify-content: start;
    text-align: start;
  }
  .choices {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    z-index: 2;
    display: grid;
    min-width: 12em;
    padding: 6px;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 12px 32px rgb(0 0 0 / 18%);
  }
  .mode {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .mode > span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
