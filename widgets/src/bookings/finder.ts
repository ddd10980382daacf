import { html, nothing, type TemplateResult } from "lit";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { type BookingsTexts } from "./bookings.texts.ts";
import { type Tab, tabs } from "./sessions.ts";

const typingMs = 250;

/** What of a member's sessions is looked at. */
interface Looked {
  readonly tab: Tab;
  readonly search: string;
}

/** The words a list of sessions is narrowed to, taken when the member stops typing. */
export class Finder {
  /** The words that count now; empty for all. */
  words = "";
  readonly #host: PanelHost;
  readonly #found: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isShown = false;

  /** `found` is told when other words count. */
  constructor(host: PanelHost, found: () => void) {
    this.#host = host;
    this.#found = found;
  }

  /** Stops waiting for more letters. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The field; nothing over a list that is empty anyway. While `count` is not known it stays as it was, with the keyboard in it. */
  render(say: Say<BookingsTexts>, count: number | undefined): TemplateResult | typeof nothing {
    if (count !== undefined) this.#isShown = count > 0 || this.words !== "";
    if (!this.#isShown && this.words === "") return nothing;
    return html`<form class="finder" role="search" aria-label=${say("sessions")} @submit=${this.#submit}>
      <label for="search">${say("find")}</label>
      <input
        id="search"
        part="input"
        type="search"
        autocomplete="off"
        maxlength="100"
        placeholder=${say("findHint")}
        .value=${this.words}
        @input=${this.#type}
      />
    </form>`;
  }

  readonly #type = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const typed = currentTarget.value;
    this.stop();
    this.#timer = setTimeout(() => this.#take(typed), typingMs);
  };

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    this.stop();
    const form = event.currentTarget;
    const field = form instanceof HTMLFormElement ? form.querySelector("input") : null;
    if (field) this.#take(field.value);
  };

  #take(typed: string): void {
    if (typed.trim() === this.words.trim()) return;
    this.words = typed;
    this.#found();
    this.#host.requestUpdate();
  }
}

/** What the page's address says of the list. */
export function readAddress(): Looked {
  const query = new URL(location.href).searchParams;
  return {
    tab: tabs.find((tab) => tab === query.get("sessions")) ?? "upcoming",
    search: (query.get("find") ?? "").slice(0, 100),
  };
}

/** Writes into the page's address what is looked at. */
export function writeAddress({ tab, search }: Looked): void {
  const url = new URL(location.href);
  const set = (name: string, value: string) =>
    value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  set("sessions", tab === "upcoming" ? "" : tab);
  set("find", search.trim());
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}
