import { css } from "lit";

/** The ways to pay, and a code to scan: dark on light as scanners need it, whatever the colours of the page are. */
export const payChoiceStyles = css`
  .ways {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .ways legend {
    margin-bottom: 8px;
    padding: 0;
    font-weight: 600;
  }
  .ways label {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 44px;
    padding-inline: 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    cursor: pointer;
  }
  .ways label:has(:checked) {
    border-color: var(--_accent);
  }
  .code {
    display: grid;
    gap: 12px;
    justify-items: center;
    text-align: center;
  }
  .code svg {
    width: min(100%, 15em);
    height: auto;
    border-radius: 8px;
    background: #fff;
    fill: #000;
    stroke: none;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }
`;
