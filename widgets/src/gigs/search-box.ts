import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { categoryName } from "../parts/gig/gig-names.ts";
import { type GigsTexts } from "./gigs.texts.ts";

type Suggested = Contract["gigs"]["suggestGigs"]["output"];

/** What the search field needs of the widget. */
export interface SearchParts {
  readonly client: () => Client;
  readonly say: Say<GigsTexts>;
  /** The words the list is searched by. */
  readonly words: () => string;
  readonly search: (words: string) => void;
  readonly chooseCategory: (slug: string) => void;
}

/** One line below the field: words to search by, or a category to go to. */
interface Line {
  readonly name: string;
  readonly isCategory: boolean;
  readonly take: () => void;
}

// Between two keys of somebody who types; nobody is kept waiting for what they did not mean.
const typingMs = 250;

/**
 * The field for words with what they may become below it: arrows go into the list, Enter takes the marked line or searches what is
 * written, Escape closes the list. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, "list autocomplete with manual selection".
 */
export class SearchBox {
  readonly #host: PanelHost;
  readonly #parts: SearchParts;
  /** What is being typed; null while nobody types. */
  #typed: string | null = null;
  #suggested: Suggested | null = null;
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;

  constructor(host: PanelHost, parts: SearchParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Stops what is under way, for a widget that goes. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  render(): TemplateResult {
    const { say, words } = this.#parts;
    const lines = this.#lines;
    const isOpen = lines.length > 0;
    return html`<div class="field search" @focusout=${this.#leave}>
      <label for="search">${say("search")}</label>
      <div class="box">
        <input
          id="search"
          part="input"
          type="search"
          role="combobox"
          autocomplete="off"
          maxlength="100"
          placeholder=${say("searchHint")}
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="suggestions"
          aria-activedescendant=${isOpen && this.#active >= 0 ? `suggestion-${this.#active}` : nothing}
          .value=${this.#typed ?? words()}
          @input=${this.#type}
          @keydown=${this.#key}
        />
        ${isOpen ? this.#list(lines) : nothing}
      </div>
    </div>`;
  }

  get #lines(): readonly Line[] {
    if (!this.#suggested) return [];
    const { search, chooseCategory } = this.#parts;
    const { tag } = this.#host.locale;
    return [
      ...this.#suggested.categories.map((category) => ({
        name: categoryName(category, tag),
        isCategory: true,
        take: () => chooseCategory(category.slug),
      })),
      ...this.#suggested.suggestions.map((name) => ({ name, isCategory: false, take: () => search(name) })),
    ];
  }

  #list(lines: readonly Line[]): TemplateResult {
    const { say } = this.#parts;
    // The pointer must not take the keyboard out of the field.
    return html`<ul
      class="options"
      part="options"
      id="suggestions"
      role="listbox"
      aria-label=${say("suggestions")}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${lines.map(
        ({ name, isCategory, take }, at) =>
          html`<li
            id=${`suggestion-${at}`}
            role="option"
            aria-selected=${at === this.#active}
            @click=${() => this.#take(take)}
          >
            <bdi>${name}</bdi
            >${isCategory ? html`<span class="small muted">${say("inCategory")}</span>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  readonly #type = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const typed = target.value;
    this.#typed = typed;
    this.stop();
    this.#active = -1;
    this.#timer = setTimeout(() => {
      this.#parts.search(typed);
      if (typed.trim()) void this.#ask(typed.trim());
      else this.#close();
    }, typingMs);
  };

  async #ask(q: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const { client } = this.#parts;
    // Without suggestions one searches all the same.
    const suggested = await client()
      .gigs.suggestGigs({ q: q.slice(0, 60), limit: 6 }, { signal: asking.signal })
      .catch(() => null);
    if (asking.signal.aborted || this.#typed === null) return;
    this.#suggested = suggested;
    const { length } = this.#lines;
    if (length > 0) this.#host.announce(this.#parts.say("suggested", { count: length }));
    this.#host.requestUpdate();
  }

  readonly #key = (event: KeyboardEvent) => {
    // Enter ends a word that an input method composes.
    if (event.isComposing) return;
    const lines = this.#lines;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && lines.length > 0) {
      event.preventDefault();
      // Between the last line and the first lies the field itself.
      const places = lines.length + 1;
      this.#active = ((this.#active + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places) - 1;
      this.#host.requestUpdate();
    } else if (event.key === "Escape" && lines.length > 0) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const line = lines[this.#active];
      this.#take(line?.take ?? (() => this.#parts.search(this.#typed ?? this.#parts.words())));
    }
  };

  readonly #leave = () => {
    const typed = this.#typed;
    this.stop();
    this.#close();
    if (typed !== null && typed !== this.#parts.words()) this.#parts.search(typed);
  };

  #take(take: () => void): void {
    this.stop();
    this.#close();
    take();
  }

  #close(): void {
    this.#typed = null;
    this.#suggested = null;
    this.#active = -1;
    this.#asking?.abort();
    this.#host.requestUpdate();
  }
}
