import { ApiError } from "@tessera/sdk/browser";
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from "lit";
import { type Desk } from "../base/desk.ts";
import { failureNotice } from "../base/load.ts";
import { dialogField, type DialogField } from "./dialog-field.ts";
import { partsVoice } from "./texts.ts";

/** What was filled in, by the name of the field; several ticks are several values. */
export type Filled = Pick<FormData, "get" | "getAll">;

/** The ticked values of a field. */
export const ticksOf = (filled: Filled, name: string): string[] =>
  filled.getAll(name).filter((value) => typeof value === "string");

/** Something to decide or fill in before it is done. */
export interface Question {
  readonly title: string;
  readonly lead?: string;
  readonly fields?: readonly DialogField[];
  /** What the button says that does it. */
  readonly submit: string;
  /** What is wrong with all of it together, by the field that says so. */
  readonly check?: (filled: Filled) => Readonly<Record<string, string>>;
  readonly isDangerous?: boolean;
  /** Does it; what it answers is a secret to show this once, or something more to know. */
  readonly run: (filled: Filled) => Promise<string | { readonly notice: string } | undefined>;
}

/** The dialog of a page: asks, does, shows why it failed or the secret that came back. */
export class Dialog implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #desk: () => Desk;
  #question: Question | null = null;
  #secret: string | null = null;
  #notice: string | null = null;
  #failure: ApiError | null = null;
  #problems: Readonly<Record<string, string>> = {};
  #isBusy = false;
  #wasOpen = false;
  #isCopied = false;

  constructor(host: ReactiveControllerHost & HTMLElement, desk: () => Desk) {
    this.#host = host;
    this.#desk = desk;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#host.querySelector<HTMLDialogElement>("dialog.ask");
    if (dialog && !dialog.open) dialog.showModal();
    // What the dialog was opened from may have gone with what it did: then its page goes on from its beginning.
    if (this.#wasOpen && !dialog && document.activeElement === document.body) {
      document.querySelector<HTMLElement>("#content")?.focus({ preventScroll: true });
    }
  }

  /** Opens the dialog with a question. */
  ask(question: Question): void {
    this.#wasOpen = true;
    this.#question = question;
    this.#secret = null;
    this.#notice = null;
    this.#failure = null;
    this.#problems = {};
    this.#host.requestUpdate();
  }

  /** The dialog's place on the page. */
  show(): TemplateResult | typeof nothing {
    const question = this.#question;
    if (!question) return nothing;
    return html`<dialog
      class="ask"
      aria-labelledby="ask-title"
      @close=${this.#closed}
      @cancel=${this.#keepBusy}
    >
      <h2 id="ask-title">${question.title}</h2>
      ${this.#content(question)}
    </dialog>`;
  }

  #content(question: Question): TemplateResult {
    if (this.#secret !== null) return this.#shownSecret(this.#secret);
    if (this.#notice === null) return this.#form(question);
    return html`<p class="noted" tabindex="-1" role="status">${this.#notice}</p>
      <div class="row end">
        <button type="button" class="button" @click=${this.#close}>
          ${partsVoice(this.#desk())("done")}
        </button>
      </div>`;
  }

  #form({ lead, fields = [], submit, isDangerous }: Question): TemplateResult {
    const say = partsVoice(this.#desk());
    return html`${lead ? html`<p class="quiet">${lead}</p>` : nothing}
      <form novalidate @submit=${this.#submit}>
        ${fields.map((field) => dialogField(field, this.#problems[field.name]))}
        ${this.#failure ? failureNotice(this.#desk(), this.#failure) : nothing}
        <div class="row end">
          <button type="button" class="quiet-button" ?disabled=${this.#isBusy} @click=${this.#close}>
            ${say("cancel")}
          </button>
          <button class=${isDangerous ? "button danger" : "button"} ?disabled=${this.#isBusy}>
            ${this.#isBusy ? say("working") : submit}
          </button>
        </div>
      </form>`;
  }

  #shownSecret(secret: string): TemplateResult {
    const say = partsVoice(this.#desk());
    const copy = async () => {
      await navigator.clipboard.writeText(secret);
      this.#isCopied = true;
      this.#host.requestUpdate();
    };
    return html`<p class="hint" role="status">${say("secretOnce")}</p>
      <pre class="secret" dir="ltr" tabindex="0"><code>${secret}</code></pre>
      <div class="row end">
        <button type="button" class="quiet-button" @click=${copy}>
          ${say(this.#isCopied ? "copied" : "copy")}
        </button>
        <button type="button" class="button" @click=${this.#close}>${say("done")}</button>
      </div>`;
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const question = this.#question;
    if (!question || this.#isBusy || !(event.currentTarget instanceof HTMLFormElement)) return;
    const filled = new FormData(event.currentTarget);
    this.#problems = this.#check(question, filled);
    this.#failure = null;
    this.#host.requestUpdate();
    if (Object.keys(this.#problems).length > 0) return this.#focusOn("[aria-invalid]");
    this.#isBusy = true;
    try {
      const outcome = await question.run(filled);
      this.#isBusy = false;
      if (outcome === undefined) return this.#close();
      if (typeof outcome === "string") this.#secret = outcome;
      else this.#notice = outcome.notice;
      this.#isCopied = false;
      this.#host.requestUpdate();
      return this.#focusOn(".secret, .noted");
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.#failure = thrown;
      this.#problems = Object.fromEntries(
        thrown.fields.map(({ path, message }) => [String(path[0]), message]),
      );
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  };

  #check({ fields = [], check: checkAll }: Question, filled: FormData): Record<string, string> {
    const say = partsVoice(this.#desk());
    const problems: Record<string, string> = {};
    for (const { name, isRequired, check } of fields) {
      const value = filled.get(name);
      const typed = typeof value === "string" ? value.trim() : "";
      const problem = typed === "" ? isRequired && say("required") : check?.(typed);
      if (problem) problems[name] = problem;
    }
    return Object.keys(problems).length > 0 ? problems : (checkAll?.(filled) ?? {});
  }

  async #focusOn(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.querySelector<HTMLElement>(`dialog.ask ${selector}`)?.focus();
  }

  readonly #close = () => this.#host.querySelector<HTMLDialogElement>("dialog.ask")?.close();

  readonly #keepBusy = (event: Event) => {
    if (this.#isBusy) event.preventDefault();
  };

  readonly #closed = () => {
    this.#question = null;
    this.#secret = null;
    this.#notice = null;
    this.#host.requestUpdate();
  };
}

/** A text out of what was filled in. */
export function textOf(filled: Filled, name: string): string {
  const value = filled.get(name);
  return typeof value === "string" ? value.trim() : "";
}
