import { html, type TemplateResult } from "lit";
import { type Desk } from "../base/desk.ts";

/** A button that copies a text and says so for a moment. */
export function copyButton({ say }: Pick<Desk, "say">, text: string): TemplateResult {
  const copy = async ({ currentTarget: button }: Event) => {
    await navigator.clipboard.writeText(text);
    if (!(button instanceof HTMLButtonElement)) return;
    button.dataset["done"] = "";
    setTimeout(() => delete button.dataset["done"], 2000);
  };
  return html`<button type="button" class="quiet-button copy" @click=${copy}>
    <span class="before">${say("copy")}</span><span class="after" role="status">${say("copied")}</span>
  </button>`;
}
