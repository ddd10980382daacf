import { html, nothing, type TemplateResult } from "lit";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { drawing } from "./drawing.ts";
import { type Message } from "./thread.ts";

/** What the field for writing needs of the chat. */
export interface ComposerParts {
  readonly say: Say<ChatTexts>;
  /** Sends what was written; false when it has to wait, for example for files that are on their way. */
  readonly send: (text: string, replyToId: string | undefined) => boolean;
  readonly save: (message: Message, text: string) => void;
  readonly typing: (isTyping: boolean) => void;
  /** Shows or hides what files can be sent and how to choose them. */
  readonly attach: () => void;
  /** Takes files that were dropped or pasted. */
  readonly take: (files: readonly File[]) => void;
}

/** What the field is used for besides a new message, and what is said about it. */
export interface Mode {
  readonly kind: "reply" | "edit";
  readonly message: Message;
  readonly label: string;
  readonly cancel: string;
  readonly save: string;
}

const longest = 4_000;
/** Somebody counts as typing for six seconds. */
const typingMs = 4_000;

/** The field in which messages are written, edited and answered. What was begun stays with its place: a member's conversation. */
export class Composer {
  readonly #host: PanelHost;
  readonly #parts: ComposerParts;
  readonly #drafts = new Map<string, string>();
  #mode: Mode | null = null;
  #place = "";
  #shown = "";
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(host: PanelHost, parts: ComposerParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Begins an answer to a message, or its edit. */
  begin(mode: Mode): void {
    this.#mode = mode;
    const field = this.#field;
    if (this.#isEdit && field) field.value = mode.message.text ?? "";
    this.#host.requestUpdate();
    field?.focus();
  }

  /** The field for a place, with what is shown between it and the messages. */
  render(place: string, extras: TemplateResult | typeof nothing): TemplateResult {
    if (place !== this.#place) this.#mode = null;
    this.#place = place;
    const { say } = this.#parts;
    return html`<form
      class="composer"
      @submit=${this.#submit}
      @keydown=${this.#key}
      @dragover=${this.#over}
      @drop=${this.#drop}
      @paste=${this.#paste}
    >
      ${this.#mode ? this.#said(this.#mode) : nothing} ${extras}
      <div class="field">
        ${
          this.#isEdit
            ? nothing
            : html`<button
                type="button"
                class="tool"
                part="button"
                data-deed="attach"
                aria-label=${say("attach")}
                @click=${this.#parts.attach}
              >
                ${drawing("attach")}
              </button>`
        }
        <textarea
          id="write"
          part="input"
          rows="1"
          dir="auto"
          maxlength=${longest}
          aria-label=${say("write")}
          aria-describedby="keys"
          placeholder=${say("write")}
          @input=${this.#input}
        ></textarea>
        <button
          class="button primary"
          part="button primary-button"
          aria-label=${this.#isEdit ? this.#mode?.save : say("send")}
        >
          ${drawing("send")}
        </button>
      </div>
      <p id="keys" class="hush">${say("keys")}</p>
    </form>`;
  }

  /** Puts the draft of a place that was just drawn into the field. */
  updated(): void {
    const field = this.#field;
    if (!field || this.#shown === this.#place) return;
    this.#shown = this.#place;
    field.value = this.#drafts.get(this.#place) ?? "";
    this.#toldAt = Number.NEGATIVE_INFINITY;
  }

  get #isEdit(): boolean {
    return this.#mode?.kind === "edit";
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector("textarea");
  }

  #said({ kind, message, label, cancel }: Mode): TemplateResult {
    return html`<p class="mode small">
      <span
        ><span class="name">${label}</span>
        ${kind === "reply" ? html`<bdi>${message.text}</bdi>` : nothing}</span
      >
      <button type="button" class="button quiet" part="button" data-deed="cancel" @click=${() => this.#end()}>
        ${cancel}
      </button>
    </p>`;
  }

  #end(): void {
    if (this.#isEdit && this.#field) this.#field.value = this.#drafts.get(this.#place) ?? "";
    this.#mode = null;
    this.#host.requestUpdate();
    this.#field?.focus();
  }

  readonly #input = (): void => {
    const text = this.#field?.value ?? "";
    if (this.#isEdit) return;
    this.#drafts.set(this.#place, text);
    this.#tell(text.trim() !== "");
  };

  readonly #key = (event: KeyboardEvent): void => {
    const isField = event.target === this.#field;
    // While characters are composed, Enter takes one of those proposed; Safari tells it by the code alone.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (isField && event.key === "Enter" && !event.shiftKey && !isComposing) this.#submit(event);
    if (event.key === "Escape" && this.#mode && !isComposing) {
      event.stopPropagation();
      this.#end();
    }
  };

  readonly #over = (event: DragEvent): void => {
    // The browser would open what is dropped in place of the page.
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };

  readonly #drop = (event: DragEvent): void => this.#takeFrom(event, event.dataTransfer);

  readonly #paste = (event: ClipboardEvent): void => {
    // Word puts a picture beside the text that was copied.
    if (!event.clipboardData?.types.includes("text/plain")) this.#takeFrom(event, event.clipboardData);
  };

  #takeFrom(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    if (!this.#isEdit) this.#parts.take(files);
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.send();
  };

  /** Sends what is in the field, or saves it. */
  send(): void {
    const field = this.#field;
    if (!field) return;
    const text = field.value.trim();
    field.focus();
    if (this.#isEdit && this.#mode) {
      if (text !== "" && text !== this.#mode.message.text) this.#parts.save(this.#mode.message, text);
      return this.#end();
    }
    if (!this.#parts.send(text, this.#mode?.message.id)) return;
    this.#drafts.delete(this.#place);
    field.value = "";
    this.#mode = null;
    this.#tell(false);
    this.#host.requestUpdate();
  }

  #tell(isTyping: boolean): void {
    const isTold = performance.now() - this.#toldAt < typingMs;
    if (isTyping === isTold || (!isTyping && this.#toldAt === Number.NEGATIVE_INFINITY)) return;
    this.#toldAt = isTyping ? performance.now() : Number.NEGATIVE_INFINITY;
    this.#parts.typing(isTyping);
  }
}
