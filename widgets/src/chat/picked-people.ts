import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { type GroupsTexts } from "./groups.texts.ts";

/** Somebody who can be in a group. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
}

const mostFound = 20;

/** Whom a member chooses for a group: out of those they have a conversation with, and those the site shows who have a name. */
export class PickedPeople {
  readonly #host: PanelHost;
  readonly #say: Say<GroupsTexts>;
  readonly #finding: Action<[name: string], void>;
  readonly #picked = new Map<string, Somebody>();
  /** Those who were found by the last name; null before one was looked for. */
  #found: readonly Somebody[] | null = null;

  constructor(host: PanelHost, client: () => Client, say: Say<GroupsTexts>) {
    this.#host = host;
    this.#say = say;
    this.#finding = new Action(host, async (search) => {
      this.#found = (await client().people.listPeople({ search, limit: mostFound })).items;
      if (this.#found.length === 0) host.announce(say("nobody"));
    });
  }

  /** The ids of those who are chosen. */
  get ids(): string[] {
    return [...this.#picked.keys()];
  }

  /** Why people could not be looked for. */
  get failure() {
    return this.#finding.failure;
  }

  /** Nobody is chosen any more. */
  clear(): void {
    this.#picked.clear();
    this.#found = null;
    this.#finding.forgive();
  }

  /** The list to choose from, without those who are in the group already. */
  render(label: string, met: readonly Somebody[], without: ReadonlySet<string>): TemplateResult {
    const say = this.#say;
    const all = [...this.#picked.values(), ...(this.#found ?? []), ...met];
    const people = [...new Map(all.map((one) => [one.id, one])).values()];
    return html`<fieldset>
        <legend>${label}</legend>
        <ul class="people">
          ${people.filter(({ id }) => !without.has(id)).map((one) => this.#tick(one))}
        </ul>
        ${this.#found?.length === 0 ? html`<p class="small muted">${say("nobody")}</p>` : nothing}
      </fieldset>
      <div class="row">
        <input
          id="find-people"
          part="input"
          type="search"
          dir="auto"
          maxlength="100"
          aria-label=${say("find")}
          placeholder=${say("find")}
          @keydown=${this.#enter}
        />
        <button
          type="button"
          class="button"
          part="button"
          data-deed="find-people"
          aria-busy=${this.#finding.busy}
          @click=${this.#find}
        >
          ${say("search")}
        </button>
      </div>`;
  }

  #tick(one: Somebody): TemplateResult {
    const turn = ({ currentTarget }: Event) => {
      if (!(currentTarget instanceof HTMLInputElement)) return;
      if (currentTarget.checked) this.#picked.set(one.id, one);
      else this.#picked.delete(one.id);
      this.#host.requestUpdate();
    };
    return html`<li>
      <label
        ><input
          type="checkbox"
          data-person=${one.id}
          .checked=${this.#picked.has(one.id)}
          @change=${turn}
        /><bdi>${one.name}</bdi></label
      >
    </li>`;
  }

  readonly #enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    // It would send the form around it.
    event.preventDefault();
    this.#find();
  };

  readonly #find = (): void => {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>("#find-people");
    const name = field?.value.trim() ?? "";
    if (name !== "") void this.#finding.run(name);
  };
}
