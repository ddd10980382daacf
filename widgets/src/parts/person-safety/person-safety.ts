import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type BaseTexts } from "../../base/base.texts.ts";
import { Action } from "../../base/action.ts";
import { type Panel, type PanelHost } from "../../base/lazy.ts";
import { type Say } from "../../base/texts.ts";
import { drawing } from "../icon.ts";
import { failureNotice, notice } from "../notice.ts";
import { SafetyQuestion, type Somebody } from "./safety-question.ts";

/** What blocking and reporting need of the widget. */
export interface PersonSafetyParts {
  readonly client: () => Client;
  readonly say: Say<BaseTexts>;
}

/** A menu to block or report somebody, its questions, and what came of them. For members. */
export class PersonSafety implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PersonSafetyParts;
  readonly #question: SafetyQuestion;
  readonly #unblocking: Action<[person: Somebody], void>;
  #outcome: { readonly personId: string; readonly said: "blocked" | "unblocked" | "reported" } | null = null;
  #blockId = "";

  constructor(host: PanelHost, parts: PersonSafetyParts) {
    this.#host = host;
    this.#parts = parts;
    this.#question = new SafetyQuestion(host, {
      client: parts.client,
      refused: (failure) => failureNotice(failure, parts.say, host.sentence(failure)),
      done: ({ kind, person }, blockId = "") => {
        this.#blockId = blockId;
        void this.#end(person, kind === "block" ? "blocked" : "reported");
      },
    });
    this.#unblocking = new Action(host, (person) => this.#unblock(person));
  }

  get ready(): boolean {
    return this.#question.ready;
  }

  /** The menu, with its question while one is open. */
  menu(person: Somebody): TemplateResult {
    const { say } = this.#question;
    const { name } = person;
    return html`<details class="person-menu" @focusout=${closeBehind} @keydown=${closeOnEscape}>
        <summary class="button quiet" part="button" aria-label=${say("menu", { name })}>
          ${drawing("M5 12h.01M12 12h.01M19 12h.01")}
        </summary>
        <div class="menu-choices">
          <button
            class="button quiet"
            part="button"
            data-do="block"
            @click=${(event: Event) => this.#ask(event, person, "block")}
          >
            ${say("block")}
          </button>
          <button
            class="button quiet"
            part="button"
            data-do="report"
            @click=${(event: Event) => this.#ask(event, person, "report")}
          >
            ${say("report")}
          </button>
        </div>
      </details>
      ${this.#question.render()}`;
  }

  /** What came of it; nothing before. */
  outcome(person: Somebody): TemplateResult | typeof nothing {
    if (this.#outcome?.personId !== person.id) return nothing;
    const { say } = this.#question;
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

  #ask({ currentTarget }: Event, person: Somebody, kind: "block" | "report"): void {
    if (currentTarget instanceof Element) {
      const menu = currentTarget.closest("details");
      // Before the dialog opens, so that the keyboard comes back to the menu when it closes.
      menu?.querySelector("summary")?.focus();
      if (menu) menu.open = false;
    }
    void this.#question.ask(
      kind === "block" ? { kind, person } : { kind, person, subjectKind: "profile", subjectId: person.id },
    );
  }

  async #unblock(person: Somebody): Promise<void> {
    await this.#parts.client().safety.deleteBlock({ id: this.#blockId });
    await this.#end(person, "unblocked");
  }

  async #end({ id: personId, name }: Somebody, said: "blocked" | "unblocked" | "reported"): Promise<void> {
    const { say } = this.#question;
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
