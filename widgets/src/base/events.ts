type Detail<Name extends keyof HTMLElementEventMap> =
  HTMLElementEventMap[Name] extends CustomEvent<infer Told> ? Told : never;

/** Announces something to the page and its data layer. Answers false when a listener cancelled a `before` event. */
export function emit<Name extends keyof HTMLElementEventMap>(
  from: HTMLElement,
  name: Name,
  detail: Detail<Name>,
): boolean {
  const cancelable = name.startsWith("tessera-before-");
  const goesOn = from.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }),
  );
  if (!cancelable) tellDataLayer(name, detail);
  return goesOn;
}

declare global {
  interface Window {
    /** The queue of a tag manager (Google Tag Manager, Matomo and others); events are added when the page has one. */
    dataLayer?: object[];
  }
}

// Ids, amounts and times only: an event's detail holds nothing personal.
const tellDataLayer = (name: string, detail: unknown): void =>
  void window.dataLayer?.push({ event: name.replaceAll("-", "_"), tessera: detail });
