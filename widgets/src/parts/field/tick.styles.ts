import { css } from "lit";

/** A tick with its words, and fields that belong together under a heading. */
export const tickStyles = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 6px;
    font-weight: 550;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    font-weight: 400;
    cursor: pointer;
  }
  .tick input {
    width: 1.25em;
    height: 1.25em;
    min-height: 0;
    margin: 0;
    accent-color: var(--_accent);
    flex: none;
  }
`;
