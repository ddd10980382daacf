import { type ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Page } from "../../base/contexts.ts";
import { Action } from "../../base/action.ts";
import { type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { Load } from "../../base/load.ts";
import { Texts } from "../../base/texts.ts";
import { newsKindTexts, type NewsKindTexts } from "./news-kinds.texts.ts";
import { newsChoicesStyles } from "./news-choices.styles.ts";
import { Rhythm } from "./rhythm.ts";
import { newsChoicesTexts, type NewsChoicesTexts } from "./news-choices.texts.ts";

type Choices = Contract["notifications"]["getPreferences"]["output"];
type Kind = Choices["items"][number];
type Change = NonNullable<Contract["notifications"]["updatePreferences"]["input"]["changes"]>[number];

const channels = ["inApp", "email", "push", "sms"] as const;

/** What the choices need of the widget they stand in. */
export interface NewsChoicesParts {
  readonly page: Page;
  /** Whose they are, by id; null while they are not shown, so that nothing is loaded. */
  readonly owner: () => readonly [memberId: string] | null;
  /** Whether pushes can be had here. */
  readonly withPush?: boolean;
  /** Something that was refused, as the widget shows it. */
  readonly refused: (failure: ApiError) => TemplateResult;
}

/** Which news reaches the member on which channel, and when. */
export class NewsChoices implements Panel {
  readonly #host: PanelHost;
  readonly #parts: NewsChoicesParts;
  readonly #texts: Texts<NewsChoicesTexts & NewsKindTexts>;
  readonly #choosing: Action<[change: Change], void>;
  readonly #rhythm: Rhythm;
  readonly load: Load<readonly [string], Choices>;

  constructor(host: PanelHost, parts: NewsChoicesParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, newsChoicesTexts, newsKindTexts);
    this.#choosing = new Action(host, (change) => this.#choose(change));
    this.#rhythm = new Rhythm(host, parts, (choices) => {
      this.load.value = choices;
    });
    wear(host, newsChoicesStyles);
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) => parts.page.client.notifications.getPreferences({}, options),
    });
  }

  get ready(): boolean {
    return this.#texts.ready && this.#rhythm.ready;
  }

  get #channels(): readonly (typeof channels)[number][] {
    const { phone = null, sendsTexts = false } = this.load.value ?? {};
    const has = {
      inApp: true,
      email: true,
      push: this.#parts.withPush,
      sms: sendsTexts && phone !== null,
    };
    return channels.filter((channel) => has[channel]);
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const { failure } = this.#choosing;
    return html`<p id="news-intro">${say("intro")}</p>
      ${failure ? this.#parts.refused(failure) : nothing}
      <table class="news" aria-describedby="news-intro">
        <thead>
          <tr>
            <th scope="col">${say("kind")}</th>
            ${this.#channels.map((channel) => html`<th scope="col">${say(channel)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${(this.load.value?.items ?? []).map((kind) => this.#row(kind))}
        </tbody>
      </table>
      ${this.load.value ? this.#rhythm.render(this.load.value) : nothing}`;
  }

  #row(kind: Kind): TemplateResult {
    const { say } = this.#texts;
    const { category, isOptional } = kind;
    return html`<tr>
      <th scope="row">
        ${say(category)}${isOptional ? nothing : html`<span class="small muted">${say("alwaysOn")}</span>`}
      </th>
      ${this.#channels.map(
        (channel) =>
          html`<td>
            <label class="tick"
              ><input
                type="checkbox"
                data-news=${`${category}-${channel}`}
                aria-label=${`${say(category)}: ${say(channel)}`}
                .checked=${kind[channel]}
                ?disabled=${!isOptional && channel !== "push" && channel !== "sms"}
                @change=${(event: Event) => this.#turn(event, { category, channel })}
            /></label>
          </td>`,
      )}
    </tr>`;
  }

  #turn({ currentTarget }: Event, meant: Omit<Change, "isOn">): void {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    // One change at a time: a second one waits until the first is known to be kept.
    if (this.#choosing.busy) currentTarget.checked = !currentTarget.checked;
    else void this.#choosing.run({ ...meant, isOn: currentTarget.checked });
  }

  /** Shows the change at once, and takes it back when it is refused. */
  async #choose(change: Change): Promise<void> {
    const before = this.load.value;
    if (!before) return;
    this.load.value = {
      ...before,
      items: before.items.map((kind) =>
        kind.category === change.category ? { ...kind, [change.channel]: change.isOn } : kind,
      ),
    };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    try {
      this.load.value = await this.#parts.page.client.notifications.updatePreferences({ changes: [change] });
      this.#host.announce(this.#texts.say("saved"));
    } catch (refusal) {
      this.load.value = before;
      throw refusal;
    }
  }
}
