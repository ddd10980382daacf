import { type ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { type Page } from "../../base/contexts.ts";
import { type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { Load } from "../../base/load.ts";
import { Texts } from "../../base/texts.ts";
import { notice } from "../notice.ts";
import { BrowserPush, deviceName } from "./browser-push.ts";
import { pushSwitchStyles } from "./push-switch.styles.ts";
import { pushSwitchTexts, type PushSwitchTexts } from "./push-switch.texts.ts";

type Browser = Contract["notifications"]["listPushSubscriptions"]["output"]["items"][number];

/** What the switch needs of the widget it stands in. */
export interface PushSwitchParts {
  readonly page: Page;
  /** The address of the site's worker. */
  readonly worker: string;
  /** Whose browsers they are, by id; null while they are not shown. */
  readonly owner: () => readonly [memberId: string] | null;
  /** Something that was refused, as the widget shows it. */
  readonly refused: (failure: ApiError) => TemplateResult;
}

interface Known {
  /** The member's browsers that take pushes. */
  readonly browsers: readonly Browser[];
  /** This one's address; null when it takes none. */
  readonly endpoint: string | null;
}

/** Turns pushes on and off in this browser, tries them, and ends them in the member's others. Asks nothing before a click. */
export class PushSwitch implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PushSwitchParts;
  readonly #browser: BrowserPush;
  readonly #texts: Texts<PushSwitchTexts>;
  readonly #load: Load<readonly [string], Known>;
  readonly #turning: Action<[work: () => Promise<void>], void>;
  /** The browser itself could not do it, for a reason it does not tell. */
  #hasFailed = false;

  constructor(host: PanelHost, parts: PushSwitchParts) {
    this.#host = host;
    this.#parts = parts;
    this.#browser = new BrowserPush(parts.worker);
    this.#texts = new Texts(host, pushSwitchTexts);
    wear(host, pushSwitchStyles);
    this.#turning = new Action(host, (work) => work());
    this.#load = new Load(host, {
      args: parts.owner,
      load: async (_, options) => {
        const { items } = await parts.page.client.notifications.listPushSubscriptions({}, options);
        const isAble = this.#browser.permission !== "unsupported";
        return { browsers: items, endpoint: isAble ? await this.#browser.endpoint() : null };
      },
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const known = this.#load.value;
    const failure = this.#turning.failure ?? this.#load.failure;
    const own = known?.browsers.find(({ endpoint }) => endpoint === known.endpoint);
    const others = known?.browsers.filter((each) => each !== own) ?? [];
    return html`<section class="form" aria-labelledby="push-title">
      <h3 id="push-title">${say("title")}</h3>
      ${failure ? this.#parts.refused(failure) : nothing} ${this.#hasFailed ? notice(say("failed")) : nothing}
      ${known ? this.#own(own) : nothing}
      ${
        others.length === 0
          ? nothing
          : html`<h4>${say("others")}</h4>
              <ul class="list">
                ${others.map((each) => this.#other(each))}
              </ul>`
      }
    </section>`;
  }

  #own(own: Browser | undefined): TemplateResult {
    const { say } = this.#texts;
    const { permission } = this.#browser;
    if (permission === "unsupported" || permission === "denied")
      return html`<p class="muted">${say(permission)}</p>`;
    if (!own)
      return html`<p class="muted">${say("lead")}</p>
        <div class="push-deeds">${this.#button("turnOn", () => this.#turnOn())}</div>`;
    return html`<p>${say("isOn")}</p>
      <div class="push-deeds">
        ${this.#button("test", () => this.#test(own))} ${this.#button("turnOff", () => this.#turnOff(own))}
      </div>`;
  }

  #other(browser: Browser): TemplateResult {
    const { say } = this.#texts;
    const { device } = browser;
    return html`<li class="head">
      <bdi>${device}</bdi>
      <button
        class="button quiet"
        part="button"
        aria-label=${say("removeNamed", { device })}
        @click=${() => void this.#turning.run(() => this.#remove(browser))}
      >
        ${say("remove")}
      </button>
    </li>`;
  }

  #button(name: "turnOn" | "turnOff" | "test", work: () => Promise<void>): TemplateResult {
    return html`<button
      class="button"
      part="button"
      data-push=${name}
      aria-busy=${this.#turning.busy}
      @click=${() => void this.#turning.run(work)}
    >
      ${this.#texts.say(name)}
    </button>`;
  }

  async #turnOn(): Promise<void> {
    const { notifications } = this.#parts.page.client;
    const address = await this.#inBrowser(() =>
      this.#browser.subscribe(async () => (await notifications.preparePush({})).publicKey),
    );
    if (address) {
      await notifications.addPushSubscription({ ...address, device: deviceName() });
      this.#host.announce(this.#texts.say("turnedOn"));
    }
    await this.#again(address ? "turnOff" : "turnOn");
  }

  async #turnOff({ id }: Browser): Promise<void> {
    await this.#parts.page.client.notifications.removePushSubscription({ id });
    await this.#inBrowser(() => this.#browser.unsubscribe());
    this.#host.announce(this.#texts.say("turnedOff"));
    await this.#again("turnOn");
  }

  async #test({ id }: Browser): Promise<void> {
    await this.#parts.page.client.notifications.testPush({ id });
    this.#host.announce(this.#texts.say("tested"));
  }

  async #remove({ id }: Browser): Promise<void> {
    await this.#parts.page.client.notifications.removePushSubscription({ id });
    this.#host.announce(this.#texts.say("removed"));
    await this.#again(null);
  }

  /** Lists the browsers anew; the button that was pressed is gone, so that the keyboard goes on to its successor. */
  async #again(name: "turnOn" | "turnOff" | null): Promise<void> {
    this.#load.reload();
    if (name) await this.#host.focusOn(`[data-push=${name}]`);
  }

  /** What the browser does. It fails with a DOMException when its push service does not answer, with a TypeError when the page forbids the worker; what the API refused goes on. */
  async #inBrowser<Result>(work: () => Promise<Result>): Promise<Result | null> {
    this.#hasFailed = false;
    try {
      return await work();
    } catch (refusal) {
      if (!(refusal instanceof DOMException || refusal instanceof TypeError)) throw refusal;
      this.#hasFailed = true;
      return null;
    }
  }
}
