import { css } from "lit";

/** The questions of a chat. */
export const deedsStyles = css`
  .asked {
    display: grid;
    gap: 16px;
  }
  .asked label {
    display: grid;
    gap: 4px;
    font-weight: 550;
  }
  .asked select {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
  }
  .choices > .button {
    justify-content: start;
  }
`;
