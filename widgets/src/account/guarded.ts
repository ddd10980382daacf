/** Puts the content of an element's templates into the page while it may be seen, and takes it away afterwards. */
export class Guarded {
  readonly #host: HTMLElement;
  #shown: readonly Node[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Shows it or not. Until it is shown nothing in it runs or loads. */
  show(isShown: boolean): void {
    if (isShown === this.#shown.length > 0) return;
    for (const node of this.#shown) node.parentNode?.removeChild(node);
    const templates = isShown
      ? [...this.#host.querySelectorAll<HTMLTemplateElement>(":scope > template")]
      : [];
    this.#shown = templates.flatMap(({ content }) => [...document.importNode(content, true).childNodes]);
    this.#host.append(...this.#shown);
  }
}
