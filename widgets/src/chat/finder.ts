import { type ApiError } from "@tessera/sdk/browser";
import { type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { type Correspondence } from "./correspondence.ts";
import { type Search } from "./search.ts";
import { type TalkPane } from "./talk-pane.ts";
import { type Clock, titleOf } from "./titles.ts";

/** What finding messages needs of the chat. */
export interface FinderParts {
  readonly page: () => Page;
  readonly me: () => string;
  readonly all: Correspondence;
  readonly pane: () => TalkPane;
  readonly words: Say<ChatTexts>;
  readonly clock: () => Clock;
  readonly refused: (failure: ApiError) => TemplateResult;
  /** Somebody goes to a message. */
  readonly chosen: () => void;
}

/** Whether and where messages are searched. The search itself is loaded when it is wanted. */
export class Finder {
  readonly #host: PanelHost;
  readonly #parts: FinderParts;
  readonly #search: LazyPanel<Search>;
  #where: "all" | "one" | null = null;

  constructor(host: PanelHost, parts: FinderParts) {
    this.#host = host;
    this.#parts = parts;
    this.#search = new LazyPanel(host, async () => {
      const { Search } = await import("./search.ts");
      const { me, words, clock, refused } = parts;
      return new Search(host, {
        page: parts.page(),
        words,
        me,
        clock,
        titleIn: (id) => this.#titleIn(id),
        refused,
        close: () => this.look(null),
        goTo: (id, seq) => this.#goTo(id, seq),
      });
    });
  }

  get isOpen(): boolean {
    return this.#where !== null;
  }

  /** Begins a search in all conversations or in the one that is open, or ends it for null. */
  look(where: "all" | "one" | null): void {
    const before = this.#where;
    this.#set(where);
    if (where)
      this.#search.arrived().then(
        () => this.#host.focusOn("#find"),
        () => undefined,
      );
    else void this.#host.focusOn(before === "one" ? "[data-deed=search-here]" : "[data-deed=search]");
  }

  /** The search once it can be shown; null before. */
  render(): TemplateResult | null {
    const { openId } = this.#parts.all;
    return this.#search.panel?.render((this.#where === "one" && openId) || undefined) ?? null;
  }

  #set(where: "all" | "one" | null): void {
    this.#where = where;
    this.#host.requestUpdate();
  }

  #goTo(id: string, seq: number): void {
    // A narrow chat shows one of the two.
    if (!this.#host.renderRoot.querySelector(".talk")?.checkVisibility()) this.#set(null);
    this.#parts.chosen();
    this.#parts.pane().openAt(id, seq);
  }

  #titleIn(id: string): string {
    const { all, words, me, clock } = this.#parts;
    const talk = all.talks.value;
    const shown =
      all.inbox.value?.items.find((one) => one.id === id) ??
      (talk?.id === id ? talk.conversation : undefined);
    return shown ? titleOf(shown, { me: me(), tag: clock().tag, say: words }) : "";
  }
}
