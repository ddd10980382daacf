import { css } from "lit";

/** Beginning a group and seeing to its people. */
export const groupsStyles = css`
  .group,
  .group form {
    display: grid;
    gap: 16px;
  }
  .group form > div {
    display: grid;
    gap: 6px;
  }
  .group label {
    font-weight: 550;
  }
  .group fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .group legend {
    padding: 0;
    font-weight: 550;
  }
  .group .row {
    display: flex;
    gap: 6px;
  }
  .group .row > input {
    flex: 1;
    min-width: 0;
  }
  .people {
    max-height: 220px;
    overflow-y: auto;
  }
  .people li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
  }
  .people label {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    min-width: 0;
    font-weight: 400;
    cursor: pointer;
  }
  .people label > input {
    flex: none;
    width: 1.25em;
    min-height: 0;
    height: 1.25em;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
  }
  .people li > span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
  }
`;
