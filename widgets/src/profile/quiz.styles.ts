import { css } from "lit";

export const quizStyles = css`
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    margin-top: 6px;
    border: 0;
    border-radius: 3px;
    overflow: clip;
    background: var(--_soft);
  }
  progress::-webkit-progress-bar {
    background: var(--_soft);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
    transition: inline-size var(--_ease);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  .questions {
    display: grid;
    gap: 28px;
  }
  .question {
    display: grid;
    gap: 10px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 10px;
    font-weight: 550;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(10em, 100%), 1fr));
    gap: 8px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    padding: 8px 14px;
    font-weight: 400;
    border: 1px solid var(--_line);
    border-radius: 10px;
    cursor: pointer;
    transition: var(--_ease);
  }
  .choice:hover {
    border-color: var(--_edge);
    background: var(--_soft);
  }
  .choice:has(:checked) {
    border-color: var(--_ink);
    background: var(--_tint);
  }
  .question:has(.wrong) .choice {
    border-color: var(--_danger);
  }
  .choice input {
    flex: none;
    width: 1.125em;
    min-height: 0;
    height: 1.125em;
    margin: 0;
    padding: 0;
    accent-color: var(--_ink);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .choice :focus-visible {
    outline: none;
  }
  .done {
    display: grid;
    justify-items: start;
    gap: 12px;
  }
  .done .actions {
    margin-top: 8px;
  }
  .seal {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    border-radius: 50%;
    color: var(--_success);
    background: color-mix(in oklab, var(--_success) 14%, var(--_surface));
  }
`;
