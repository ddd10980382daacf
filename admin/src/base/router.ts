/** Keeps the app on one page: links to its own addresses change the address and nothing else. */
export class Router {
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get path(): string {
    return location.pathname;
  }

  /** Begins to listen to links and to the browser's way back. */
  connect(): void {
    addEventListener("popstate", this.#changed);
    document.addEventListener("click", this.#follow);
  }

  disconnect(): void {
    removeEventListener("popstate", this.#changed);
    document.removeEventListener("click", this.#follow);
  }

  /** Opens an address of the app. */
  go(path: string): void {
    history.pushState(null, "", path);
    this.#changed();
    scrollTo(0, 0);
  }

  readonly #follow = (event: MouseEvent) => {
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isPlain || event.defaultPrevented || link.target || link.download) return;
    const { origin, pathname, search, hash } = new URL(link.href);
    // A link within the page is the browser's own matter.
    if (origin !== location.origin || (hash !== "" && pathname === location.pathname)) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState(null, "", pathname + search + hash);
    this.#changed();
    scrollTo(0, 0);
  };
}
