let open = (): void => {};
const opened = new Promise<void>((resolve) => {
  open = resolve;
});

/** Lets the tags come to life, because what they need of the page is installed. */
export const pageIsOpen = (): void => open();

/** Registers a tag once the page is open. A second copy of the script on the page leaves it alone. */
export function define(tag: string, element: CustomElementConstructor): void {
  void opened.then(() => {
    if (!customElements.get(tag)) customElements.define(tag, element);
  });
}
