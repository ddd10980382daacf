import { css } from "lit";

/** Numbers run from left to right in every language. */
export const phoneStyles = css`
  .phone {
    font-variant-numeric: tabular-nums;
    direction: ltr;
    unicode-bidi: isolate;
  }
  [type="tel"] {
    max-width: 20em;
    direction: ltr;
    text-align: match-parent;
  }
`;
