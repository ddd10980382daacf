import { html, type TemplateResult } from "lit";

/** A list of choices behind a button. It closes with Escape, after a choice, and when the keyboard or the pointer goes elsewhere. */
export const dropDown = (name: string, button: TemplateResult, content: TemplateResult): TemplateResult =>
  html`<details
    class="drop-down ${name}"
    @keydown=${closeOnEscape}
    @focusout=${closeOnLeave}
    @click=${closeOnChoice}
  >
    <summary>${button}</summary>
    <div class="drop">${content}</div>
  </details>`;

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget;
  if (event.key !== "Escape" || !(details instanceof HTMLDetailsElement) || !details.open) return;
  details.open = false;
  details.querySelector("summary")?.focus();
}

function closeOnLeave({ currentTarget: details, relatedTarget }: FocusEvent): void {
  if (!(details instanceof HTMLDetailsElement)) return;
  const isInside = relatedTarget instanceof Node && details.contains(relatedTarget);
  // A click on something that takes no focus leaves too; one inside must still reach its target first.
  if (!isInside && !details.matches(":hover")) details.open = false;
}

function closeOnChoice({ currentTarget: details, target }: MouseEvent): void {
  const isChoice = target instanceof Element && target.closest(".drop :is(a, button)");
  if (details instanceof HTMLDetailsElement && isChoice) details.open = false;
}
