import { css, html, type TemplateResult } from "lit";

/** A modal question. Escape and the way back call `close`; the keyboard returns to where it was. */
export function dialog(label: string, content: TemplateResult, close: () => void): TemplateResult {
  return html`<dialog part="dialog" aria-label=${label} @close=${close}>${content}</dialog>`;
}

/** Opens the dialog an update has just drawn. */
export function showDialog(root: ParentNode): void {
  const drawn = root.querySelector("dialog");
  if (drawn && !drawn.open) drawn.showModal();
}

export const dialogStyles = css`
  dialog {
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    padding: 24px;
    width: min(26em, calc(100vw - 32px));
    box-shadow: 0 24px 64px rgb(0 0 0 / 24%);
  }
  dialog::backdrop {
    background: rgb(10 12 16 / 50%);
  }
  dialog h2 {
    font-size: 1.125em;
    margin-bottom: 8px;
  }
`;
