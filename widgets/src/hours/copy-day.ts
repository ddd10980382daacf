import { html, nothing, type TemplateResult } from "lit";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog/dialog.ts";
import { type Weekday, weekdays } from "./draft.ts";
import { type HoursTexts } from "./hours.texts.ts";

/** What copying a day needs. */
export interface CopyDayParts {
  readonly say: Say<HoursTexts>;
  readonly nameOf: (weekday: Weekday) => string;
  readonly copy: (from: Weekday, to: readonly Weekday[]) => void;
}

/** Asks to which other days the hours of one are copied. */
export class CopyDay implements Panel {
  /** Its texts are the widget's. */
  readonly ready = true;
  readonly #host: PanelHost;
  readonly #parts: CopyDayParts;
  #from: Weekday | null = null;

  constructor(host: PanelHost, parts: CopyDayParts) {
    this.#host = host;
    this.#parts = parts;
    wear(host, dialogStyles);
  }

  /** Opens the question. */
  async ask(from: Weekday): Promise<void> {
    this.#from = from;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    showDialog(this.#host.renderRoot);
  }

  render(): TemplateResult | typeof nothing {
    const from = this.#from;
    if (from === null) return nothing;
    const { say, nameOf } = this.#parts;
    const title = say("copyTitle", { day: nameOf(from) });
    return dialog(
      title,
      html`<h2>${title}</h2>
        <p>${say("copyHint")}</p>
        <form class="form" @submit=${this.#submit}>
          <div class="ticks">
            ${weekdays
              .filter((weekday) => weekday !== from)
              .map(
                (weekday) =>
                  html`<label class="tick"
                    ><input
                      type="checkbox"
                      name="to"
                      .value=${String(weekday)}
                      ?checked=${from <= 5 && weekday <= 5}
                    />${nameOf(weekday)}</label
                  >`,
              )}
          </div>
          <div class="actions">
            <button class="button primary" part="button">${say("copy")}</button>
            <button type="button" class="button" part="button" @click=${this.#cancel}>
              ${say("cancel")}
            </button>
          </div>
        </form>`,
      this.#close,
    );
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || this.#from === null) return;
    const chosen = new FormData(event.target).getAll("to");
    this.#parts.copy(
      this.#from,
      weekdays.filter((weekday) => chosen.includes(String(weekday))),
    );
    event.target.closest("dialog")?.close();
  };

  readonly #cancel = ({ currentTarget }: Event) => {
    if (currentTarget instanceof Element) currentTarget.closest("dialog")?.close();
  };

  readonly #close = () => {
    const from = this.#from;
    // Taking the dialog away closes it once more.
    if (from === null) return;
    this.#from = null;
    void this.#host.focusOn(`[data-copy="${from}"]`);
  };
}
