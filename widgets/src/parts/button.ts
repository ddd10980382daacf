import { css } from "lit";

/** Buttons: `button` alone is calm, `primary` is the one next step, `quiet` is a link in looks. */
export const buttonStyles = css`
  button,
  .button {
    font: inherit;
    color: inherit;
    text-align: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 18px;
    border: 1px solid var(--_line);
    border-radius: var(--tessera-button-radius, 10px);
    background: var(--_surface);
    font-weight: 550;
    text-align: center;
    text-decoration: none;
    transition: var(--_ease);
  }
  .button:hover {
    background: var(--_soft);
    border-color: var(--_edge);
  }
  .button.primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_on-accent));
  }
  .button.quiet {
    color: var(--_ink);
    background: none;
    border-color: transparent;
    padding-inline: 10px;
  }
  .button.quiet:hover {
    background: var(--_tint);
  }
  .button[aria-busy="true"] {
    cursor: progress;
  }
  .button[aria-busy="true"]::after {
    content: "";
    width: 1em;
    height: 1em;
    border: 2px solid;
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
`;
