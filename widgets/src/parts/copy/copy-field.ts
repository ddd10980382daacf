import { type PanelHost } from "../../base/lazy.ts";

/** Copies what stands in a field. Answers false where that is not possible; the field is selected then, for the person to copy it. */
export async function copyField(host: PanelHost, selector: string): Promise<boolean> {
  const field = host.renderRoot.querySelector<HTMLInputElement>(selector);
  // Pages without TLS have no clipboard, and a page may forbid it.
  const isCopied = await (navigator.clipboard?.writeText(field?.value ?? "") ?? Promise.reject()).then(
    () => true,
    () => false,
  );
  if (!isCopied) field?.select();
  return isCopied;
}
