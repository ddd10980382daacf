import { type ApiError, type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { type Say, Texts } from "../../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../dialog/dialog.ts";
import { valuesOf } from "../field/field.ts";
import { personSafetyStyles } from "./person-safety.styles.ts";
import { personSafetyTexts, type PersonSafetyTexts } from "./person-safety.texts.ts";

type Report = Contract["safety"]["createReport"]["input"];

const categories = [
  "spam",
  "harassment",
  "hate",
  "sexual",
  "fraud",
  "impersonation",
  "privacy",
  "other",
] as const satisfies readonly Report["category"][];

/** Whoever can be blocked and reported. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** What a member asks to do: with a person, or about something of theirs. */
export type Asked = { readonly person: Somebody } & (
  | { readonly kind: "block" }
  | { readonly kind: "report"; readonly subjectKind: Report["subjectKind"]; readonly subjectId: string }
);

/** What the questions need of their widget. */
export interface SafetyQuestionParts {
  readonly client: () => Client;
  readonly refused: (failure: ApiError) => TemplateResult;
  /** It was done; `blockId` takes a block back. */
  readonly done: (asked: Asked, blockId?: string) => void;
  /** The question is gone, whatever was answered. */
  readonly closed?: () => void;
}

/** The questions before somebody is blocked or something is reported, in a dialog. */
export class SafetyQuestion implements Panel {
  readonly #host: PanelHost;
  readonly #parts: SafetyQuestionParts;
  readonly #texts: Texts<PersonSafetyTexts>;
  readonly #answering: Action<[asked: Asked, form: HTMLFormElement], void>;
  #asked: Asked | null = null;

  constructor(host: PanelHost, parts: SafetyQuestionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, personSafetyTexts);
    this.#answering = new Action(host, (asked, form) => this.#do(asked, form));
    wear(host, dialogStyles);
    wear(host, personSafetyStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** What blocking and reporting say. */
  get say(): Say<PersonSafetyTexts> {
    return this.#texts.say;
  }

  /** Opens a question. */
  async ask(asked: Asked): Promise<void> {
    this.#answering.forgive();
    this.#asked = asked;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    showDialog(this.#host.renderRoot);
  }

  /** The question; nothing while there is none. */
  render(): TemplateResult | typeof nothing {
    return this.#asked ? this.#dialog(this.#asked) : nothing;
  }

  #dialog(asked: Asked): TemplateResult {
    const { say } = this.#texts;
    const { kind, person } = asked;
    const { name } = person;
    const { failure, busy } = this.#answering;
    const title = say(`${kind}Title`, { name });
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const { currentTarget: form } = event;
      if (form instanceof HTMLFormElement) void this.#answering.run(asked, form);
    };
    return dialog(
      title,
      html`<form class="person-question" @submit=${submit}>
        <h2><bdi>${title}</bdi></h2>
        <p>${say(`${kind}Lead`, { name })}</p>
        ${kind === "report" ? this.#fields() : nothing} ${failure ? this.#parts.refused(failure) : nothing}
        <div class="actions">
          <button type="button" class="button" part="button" @click=${() => this.#close()}>
            ${say("cancel")}
          </button>
          <button class="button primary" part="button primary-button" data-do="confirm" aria-busy=${busy}>
            ${say(kind === "block" ? "block" : "send")}
          </button>
        </div>
      </form>`,
      () => this.#close(),
    );
  }

  #fields(): TemplateResult {
    const { say } = this.#texts;
    return html`<div class="field">
        <label for="report-category">${say("category")}</label>
        <select id="report-category" name="category" part="input">
          ${categories.map((each) => html`<option value=${each}>${say(each)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="report-words">${say("words")}</label>
        <textarea
          id="report-words"
          name="text"
          part="input"
          rows="4"
          maxlength="2000"
          dir="auto"
          aria-describedby="report-words-note"
        ></textarea>
        <p id="report-words-note" class="small muted">${say("wordsHint")}</p>
      </div>`;
  }

  async #do(asked: Asked, form: HTMLFormElement): Promise<void> {
    const { safety } = this.#parts.client();
    if (asked.kind === "block") {
      const { id } = await safety.createBlock({ memberId: asked.person.id });
      this.#close();
      this.#parts.done(asked, id);
      return;
    }
    const { category, text = "" } = valuesOf(form);
    const chosen = categories.find((each) => each === category) ?? "other";
    const { subjectKind, subjectId } = asked;
    await safety.createReport({ subjectKind, subjectId, category: chosen, text });
    this.#close();
    this.#parts.done(asked);
  }

  #close(): void {
    if (!this.#asked) return;
    this.#asked = null;
    // The keyboard goes back to where it was.
    this.#host.renderRoot.querySelector("dialog")?.close();
    this.#host.requestUpdate();
    this.#parts.closed?.();
  }
}
