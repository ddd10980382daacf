import { css } from "lit";

export const filesStyles = css`
  .uploads {
    display: grid;
    gap: 8px;
  }
  .uploads ul {
    display: grid;
    gap: 4px;
    max-height: 168px;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .uploads li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
  }
  .uploads li > span {
    flex: 1 1 14em;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .uploads li > span > .small {
    display: block;
  }
  .uploads progress {
    width: 100%;
    height: 6px;
    accent-color: var(--_accent);
  }
`;
