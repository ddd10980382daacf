import { css } from "lit";

/** The buttons of the switch side by side, below what they are about. */
export const pushSwitchStyles = css`
  .push-deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
