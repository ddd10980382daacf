import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { copyField } from "../parts/copy/copy-field.ts";
import { feedTexts, type FeedTexts } from "./feed.texts.ts";
import { type Part, type PartParts } from "./part.ts";

type Address = Contract["scheduling"]["getCalendarFeed"]["output"];

/** The address of a member's calendar, to subscribe to. */
export class Feed implements Part {
  readonly #host: PanelHost;
  readonly #texts: Texts<FeedTexts>;
  readonly load: Load<readonly [string], Address>;

  constructor(host: PanelHost, parts: PartParts) {
    this.#host = host;
    this.#texts = new Texts(host, feedTexts);
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) => parts.page.client.scheduling.getCalendarFeed({}, options),
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const { url = "" } = this.load.value ?? {};
    return html`<p>${say("intro")}</p>
      <div class="form">
        <div class="field">
          <label for="feed">${say("address")}</label>
          <input id="feed" part="input" readonly dir="ltr" .value=${url} aria-describedby="feed-note" />
          <p id="feed-note" class="small muted">${say("secret")}</p>
        </div>
        <div class="actions">
          <button class="button primary" part="button" @click=${() => void this.#copy()}>
            ${say("copy")}
          </button>
          <a class="button" part="button" href=${url.replace(/^https?:/, "webcal:")}>${say("open")}</a>
        </div>
      </div>`;
  }

  async #copy(): Promise<void> {
    const isCopied = await copyField(this.#host, "#feed");
    this.#host.announce(this.#texts.say(isCopied ? "copied" : "selected"));
  }
}
