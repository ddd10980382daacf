import { css } from "lit";

export const searchStyles = css`
  .finder {
    display: grid;
    gap: 8px;
    padding: 12px;
  }
  .finder form {
    display: flex;
    gap: 6px;
  }
  .finder input {
    flex: 1;
    min-width: 0;
  }
  .found {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow-wrap: anywhere;
  }
  mark {
    color: inherit;
    background: var(--_tint);
    font-weight: 600;
  }
  .conversation.plain {
    grid-template-columns: minmax(0, 1fr);
  }
`;
