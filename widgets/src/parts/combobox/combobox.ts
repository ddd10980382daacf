import { html, nothing, type TemplateResult } from "lit";
import { type PanelHost } from "../../base/lazy.ts";
import { type Say } from "../../base/texts.ts";
import { icon } from "../icon.ts";
import { type ComboboxTexts } from "./combobox.texts.ts";
import { type Option, search } from "./search.ts";

/** What a combobox shows and says. */
export interface ComboboxView {
  readonly label: string;
  readonly say: Say<ComboboxTexts>;
  /** What can be chosen, asked for when the list is opened; those chosen already are left out where several may be. */
  readonly options: () => readonly Option[];
  readonly nameOf: (value: string) => string;
  readonly chosen: readonly string[];
  readonly choose: (values: readonly string[]) => void;
  /** Whether several may be chosen. */
  readonly isMany?: boolean;
  /** Whether words that stand in no list may be added. */
  readonly takesOwn?: boolean;
  readonly maxLength?: number;
  /** The ids of what describes it, an error for example. */
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
}

/**
 * A text field that finds one or several of many options while somebody types. The first option found is taken with Enter or on
 * leaving the field; Escape leaves it as it was.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, "list autocomplete with automatic selection".
 */
export class Combobox {
  readonly #host: PanelHost;
  readonly #id: string;
  #view: ComboboxView | null = null;
  /** What is being typed; null while nobody types. */
  #typed: string | null = null;
  #isOpen = false;
  #active = -1;
  #found: readonly Option[] = [];

  constructor(host: PanelHost, id: string) {
    this.#host = host;
    this.#id = id;
  }

  render(view: ComboboxView): TemplateResult {
    this.#view = view;
    const { chosen, isMany = false, nameOf, say } = view;
    const [only] = chosen;
    const resting = isMany || only === undefined ? "" : nameOf(only);
    return html`<div class="combobox" @focusout=${this.#leave}>
      ${isMany && chosen.length > 0 ? this.#chips(view) : nothing}
      <div class="box">
        <input
          id=${this.#id}
          part="input"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          placeholder=${say(view.takesOwn ? "typeToAdd" : "typeToSearch")}
          maxlength=${view.maxLength ?? 80}
          aria-expanded=${this.#isOpen}
          aria-controls=${`${this.#id}-list`}
          aria-autocomplete="list"
          aria-activedescendant=${this.#isOpen && this.#active >= 0 ? `${this.#id}-${this.#active}` : nothing}
          aria-invalid=${view.isInvalid ? "true" : nothing}
          aria-describedby=${view.describedBy ?? nothing}
          .value=${this.#typed ?? resting}
          @input=${this.#type}
          @keydown=${this.#key}
          @click=${this.#click}
        />
        ${this.#isOpen ? this.#list(view) : nothing}
      </div>
    </div>`;
  }

  #chips({ chosen, nameOf, say }: ComboboxView): TemplateResult {
    return html`<ul class="chips">
      ${chosen.map(
        (value) =>
          html`<li>
            <button
              type="button"
              class="chip"
              part="chip"
              aria-label=${say("removeItem", { name: nameOf(value) })}
              @click=${() => this.#remove(value)}
            >
              <bdi>${nameOf(value)}</bdi>${icon("close")}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #list({ label, chosen, say, takesOwn }: ComboboxView): TemplateResult {
    if (this.#found.length === 0)
      return takesOwn
        ? html``
        : html`<p class="options small muted" id=${`${this.#id}-list`} role="status">
            ${say("nothingFound")}
          </p>`;
    // The pointer must not take the keyboard out of the field.
    return html`<ul
      class="options"
      part="options"
      id=${`${this.#id}-list`}
      role="listbox"
      aria-label=${label}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${this.#found.map(
        ({ value, label: name }, at) =>
          html`<li
            id=${`${this.#id}-${at}`}
            role="option"
            aria-selected=${at === this.#active}
            class=${chosen.includes(value) ? "chosen" : nothing}
            @click=${() => this.#take(value)}
          >
            <bdi>${name}</bdi>
          </li>`,
      )}
    </ul>`;
  }

  readonly #type = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#typed = target.value;
    this.#open();
    this.#active = this.#typed.trim() === "" || this.#found.length === 0 ? -1 : 0;
    if (this.#view?.takesOwn && /[,،、;]$/.test(this.#typed))
      target.value = this.#takeOwn() ? "" : this.#typed;
  };

  readonly #click = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && this.#typed === null) target.select();
    if (!this.#isOpen) this.#open();
  };

  readonly #key = (event: KeyboardEvent) => {
    // Enter ends a word that an input method composes.
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.#isOpen) this.#move(key === "ArrowDown" ? 1 : -1);
      else this.#open();
    } else if (key === "Escape" && this.#isOpen) {
      event.stopPropagation();
      this.#close();
    } else if (key === "Enter" && (this.#isOpen || this.#typed)) {
      if (this.#commit()) event.preventDefault();
    } else if (key === "Backspace" && this.#view?.isMany && !this.#typed) {
      const last = this.#view.chosen.at(-1);
      if (last !== undefined) this.#remove(last);
    }
  };

  readonly #leave = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (
      relatedTarget instanceof Node &&
      currentTarget instanceof Node &&
      currentTarget.contains(relatedTarget)
    )
      return;
    if (this.#typed?.trim()) this.#commit();
    this.#close();
  };

  #open(): void {
    const view = this.#view;
    if (!view) return;
    const left = view.isMany
      ? view.options().filter(({ value }) => !view.chosen.includes(value))
      : view.options();
    this.#found = search(left, this.#typed ?? "");
    this.#isOpen = true;
    this.#active = this.#typed ? 0 : this.#found.findIndex(({ value }) => view.chosen.includes(value));
    void this.#show();
  }

  #move(by: 1 | -1): void {
    const count = this.#found.length;
    if (count === 0) return;
    this.#active = this.#active < 0 && by < 0 ? count - 1 : (this.#active + by + count) % count;
    void this.#show();
  }

  async #show(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector(`#${this.#id}-${this.#active}`)?.scrollIntoView({ block: "nearest" });
  }

  #close(): void {
    this.#typed = null;
    this.#isOpen = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  /** Takes what Enter means now. Answers whether there was anything to take. */
  #commit(): boolean {
    const option = this.#isOpen ? this.#found[this.#active] : undefined;
    if (option) this.#take(option.value);
    else if (this.#view?.takesOwn) return this.#takeOwn();
    return option !== undefined;
  }

  #takeOwn(): boolean {
    const word = (this.#typed ?? "")
      .replaceAll(/[,،、;]/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
    if (word) this.#take(word);
    return word !== "";
  }

  #take(value: string): void {
    const view = this.#view;
    this.#close();
    if (!view) return;
    if (!view.isMany) return view.choose([value]);
    if (view.chosen.includes(value)) return;
    view.choose([...view.chosen, value]);
    this.#host.announce(view.say("added", { name: view.nameOf(value) }));
  }

  #remove(value: string): void {
    const view = this.#view;
    if (!view) return;
    view.choose(view.chosen.filter((other) => other !== value));
    this.#host.announce(view.say("removed", { name: view.nameOf(value) }));
    void this.#host.focusOn(`#${this.#id}`);
  }
}
