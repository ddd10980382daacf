/** Asks the loader for a tag that a widget draws inside itself, where the loader cannot see it. */
export function needTag(tag: string): void {
  if (!customElements.get(tag)) document.dispatchEvent(new CustomEvent("tessera-need", { detail: tag }));
}
