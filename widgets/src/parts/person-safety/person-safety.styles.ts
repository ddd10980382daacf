import { css } from "lit";

export const personSafetyStyles = css`
  .person-menu {
    position: relative;
  }
  .person-menu summary {
    list-style: none;
  }
  .person-menu summary::-webkit-details-marker {
    display: none;
  }
  .menu-choices {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    display: grid;
    min-width: 10em;
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 8px 24px rgb(0 0 0 / 16%);
  }
  .menu-choices .button {
    justify-content: start;
  }
  .person-question {
    display: grid;
    gap: 16px;
  }
  .person-question .field {
    display: grid;
    gap: 6px;
  }
  .person-question label {
    font-weight: 550;
  }
  .person-question :is(select, textarea) {
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    background: var(--_surface);
  }
  .person-question .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
  }
  /* Where the menu stands alone on a narrow line it begins at the edge. */
  @container (width < 22em) {
    .person-menu:first-child .menu-choices {
      inset-inline: 0 auto;
    }
  }
`;
