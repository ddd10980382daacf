import { type TemplateResult } from "lit";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { type Search, type SearchParts } from "./search.ts";

/** What finding messages needs of the chat. */
export type FinderParts = Omit<SearchParts, "close">;

/** Whether and where messages are searched. The search itself is loaded when it is wanted. */
export class Finder {
  readonly #host: PanelHost;
  readonly #search: LazyPanel<Search>;
  #where: "all" | "one" | null = null;
  #isEntering = false;

  constructor(host: PanelHost, parts: FinderParts) {
    this.#host = host;
    this.#search = new LazyPanel(host, async () => {
      const { Search } = await import("./search.ts");
      return new Search(host, { ...parts, close: () => this.look(null) });
    });
  }

  get isOpen(): boolean {
    return this.#where !== null;
  }

  /** Begins a search in all conversations or in the one that is open, or ends it for null. */
  look(where: "all" | "one" | null): void {
    const before = this.#where;
    this.#where = where;
    this.#isEntering = where !== null;
    this.#host.requestUpdate();
    if (!where) void this.#host.focusOn(before === "one" ? "[data-deed=search-here]" : "[data-deed=search]");
  }

  /** The search once it can be shown, in the conversation of this id when it is one that is searched; null before. */
  render(openId: string | null): TemplateResult | null {
    return this.#search.panel?.render((this.#where === "one" && openId) || undefined) ?? null;
  }

  /** Brings the keyboard into a search that was just drawn for the first time. */
  updated(): void {
    if (!this.#isEntering || !this.#search.current) return;
    this.#isEntering = false;
    void this.#host.focusOn("#find");
  }
}
