import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type BaseTexts } from "../../base/base.texts.ts";
import { Action } from "../../base/action.ts";
import { type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { type Say, Texts } from "../../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../dialog/dialog.ts";
import { fieldStyles, valuesOf } from "../field/field.ts";
import { icon } from "../icon.ts";
import { failureNotice, notice } from "../notice.ts";
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
interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** What blocking and reporting need of the widget. */
export interface PersonSafetyParts {
  readonly client: () => Client;
  readonly say: Say<BaseTexts>;
}

/** A menu to block or report somebody, its questions, and what came of them. For members. */
export class PersonSafety implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PersonSafetyParts;
  readonly #texts: Texts<PersonSafetyTexts>;
  readonly #blocking: Action<[person: Somebody], void>;
  readonly #unblocking: Action<[person: Somebody], void>;
  readonly #reporting: Action<[person: Somebody, form: HTMLFormElement], void>;
  #question: "block" | "report" | null = null;
  #outcome: { readonly personId: string; readonly said: "blocked" | "unblocked" | "reported" } | null = null;
  #blockId = "";

  constructor(host: PanelHost, parts: PersonSafetyParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, personSafetyTexts);
    this.#blocking = new Action(host, (person) => this.#block(person));
    this.#unblocking = new Action(host, (person) => this.#unblock(person));
    this.#reporting = new Action(host, (person, form) => this.#report(person, form));
    wear(host, dialogStyles);
    wear(host, fieldStyles);
    wear(host, personSafetyStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** The menu, with its question while one is open. */
  menu(person: Somebody): TemplateResult {
    const { say } = this.#texts;
    const { name } = person;
    return html`<details class="person-menu" @focusout=${closeBehind} @keydown=${closeOnEscape}>
        <summary class="button quiet" part="button" aria-label=${say("menu", { name })}>
          ${icon("more")}
        </summary>
        <div class="menu-choices">
          <button
            class="button quiet"
            part="button"
            data-do="block"
            @click=${(event: Event) => this.#ask(event, "block")}
          >
            ${say("block")}
          </button>
          <button
            class="button quiet"
            part="button"
            data-do="report"
            @click=${(event: Event) => this.#ask(event, "report")}
          >
            ${say("report")}
          </button>
        </div>
      </details>
      ${this.#question === "block" ? this.#blockQuestion(person) : nothing}
      ${this.#question === "report" ? this.#reportQuestion(person) : nothing}`;
  }

  /** What came of it; nothing before. */
  outcome(person: Somebody): TemplateResult | typeof nothing {
    if (this.#outcome?.personId !== person.id) return nothing;
    const { say } = this.#texts;
    const { name } = person;
    const { said } = this.#outcome;
    const { failure, busy } = this.#unblocking;
    return html`<div tabindex="-1" id="safety-outcome">
        ${notice(
          said === "reported" ? say("reported") : say(said, { name }),
          said === "blocked"
            ? html`<button
                class="button"
                part="button"
                data-do="unblock"
                aria-busy=${busy}
                @click=${() => void this.#unblocking.run(person)}
              >
                ${say("undo")}
              </button>`
            : nothing,
        )}
      </div>
      ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}`;
  }

  #blockQuestion(person: Somebody): TemplateResult {
    const { say } = this.#texts;
    const { name } = person;
    const { failure, busy } = this.#blocking;
    return dialog(
      say("blockTitle", { name }),
      html`<div class="person-question">
        <h2><bdi>${say("blockTitle", { name })}</bdi></h2>
        <p>${say("blockLead", { name })}</p>
        ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}
        <div class="actions">
          <button class="button" part="button" @click=${this.#close}>${say("cancel")}</button>
          <button
            class="button primary"
            part="button"
            data-do="confirm"
            aria-busy=${busy}
            @click=${() => void this.#blocking.run(person)}
          >
            ${say("block")}
          </button>
        </div>
      </div>`,
      this.#close,
    );
  }

  #reportQuestion(person: Somebody): TemplateResult {
    const { say } = this.#texts;
    const { name } = person;
    const { failure, busy } = this.#reporting;
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      const { currentTarget: form } = event;
      if (form instanceof HTMLFormElement) void this.#reporting.run(person, form);
    };
    return dialog(
      say("reportTitle", { name }),
      html`<form class="person-question" @submit=${send}>
        <h2><bdi>${say("reportTitle", { name })}</bdi></h2>
        <p>${say("reportLead", { name })}</p>
        <div class="field">
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
        </div>
        ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}
        <div class="actions">
          <button type="button" class="button" part="button" @click=${this.#close}>${say("cancel")}</button>
          <button class="button primary" part="button" aria-busy=${busy}>${say("send")}</button>
        </div>
      </form>`,
      this.#close,
    );
  }

  async #ask({ currentTarget }: Event, question: "block" | "report"): Promise<void> {
    if (currentTarget instanceof Element) {
      const menu = currentTarget.closest("details");
      // Before the dialog opens, so that the keyboard comes back to the menu when it closes.
      menu?.querySelector("summary")?.focus();
      if (menu) menu.open = false;
    }
    this.#blocking.forgive();
    this.#reporting.forgive();
    this.#question = question;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    showDialog(this.#host.renderRoot);
  }

  readonly #close = () => {
    this.#question = null;
    this.#host.requestUpdate();
  };

  async #block(person: Somebody): Promise<void> {
    const { id } = await this.#parts.client().safety.createBlock({ memberId: person.id });
    this.#blockId = id;
    await this.#end(person, "blocked");
  }

  async #unblock(person: Somebody): Promise<void> {
    await this.#parts.client().safety.deleteBlock({ id: this.#blockId });
    await this.#end(person, "unblocked");
  }

  async #report(person: Somebody, form: HTMLFormElement): Promise<void> {
    const { category, text = "" } = valuesOf(form);
    const chosen = categories.find((each) => each === category) ?? "other";
    await this.#parts
      .client()
      .safety.createReport({ subjectKind: "profile", subjectId: person.id, category: chosen, text });
    await this.#end(person, "reported");
  }

  async #end({ id: personId, name }: Somebody, said: "blocked" | "unblocked" | "reported"): Promise<void> {
    const { say } = this.#texts;
    this.#close();
    this.#outcome = { personId, said };
    this.#host.announce(said === "reported" ? say("reported") : say(said, { name }));
    // The keyboard is nowhere only once the question is gone.
    await this.#host.updateComplete;
    await this.#host.focusOn("#safety-outcome");
  }
}

/** A menu closes when the keyboard goes on. */
function closeBehind({ currentTarget, relatedTarget }: FocusEvent): void {
  if (!(currentTarget instanceof HTMLDetailsElement)) return;
  if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

function closeOnEscape(event: KeyboardEvent): void {
  const { currentTarget: menu, key } = event;
  if (key !== "Escape" || !(menu instanceof HTMLDetailsElement) || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")?.focus();
}
