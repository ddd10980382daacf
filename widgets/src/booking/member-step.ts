import { html, nothing, type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { formatMoney } from "../base/money.ts";
import { type Panel, type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { needTag } from "../base/need.ts";
import { Texts } from "../base/texts.ts";
import { type Offer } from "./journey.ts";
import { memberStepTexts, type MemberStepTexts } from "./member-step.texts.ts";

/** What the step needs of the widget. */
export interface MemberStepParts {
  readonly page: Page;
  /** What is booked. */
  readonly price: () => Offer["price"] | undefined;
  readonly goOn: () => void;
}

/**
 * Somebody who is signed in goes on with one press, or says that they are somebody else. What costs credits says how many they have,
 * and has the wallet in it where those are too few.
 */
export class MemberStep implements Panel {
  readonly #host: PanelHost;
  readonly #parts: MemberStepParts;
  readonly #texts: Texts<MemberStepTexts>;
  readonly #credits: Load<readonly [memberId: string], number>;
  #isWalletOpen = false;

  constructor(host: PanelHost, parts: MemberStepParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, memberStepTexts);
    this.#credits = new Load(host, {
      args: () => {
        const { member } = parts.page.session;
        return member && parts.price()?.currency === "credits" ? ([member.id] as const) : null;
      },
      load: async (_, options) =>
        (await parts.page.client.money.getWallet({}, options)).balances.find(({ unit }) => unit === "credits")
          ?.available ?? 0,
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** `submit` is what the button says that goes on. */
  render(submit: string, isBusy: boolean): TemplateResult {
    const { say } = this.#texts;
    const { session } = this.#parts.page;
    const { name = "", email = "" } = session.member ?? {};
    const credits = this.#credits.value;
    const isTooFew = credits !== undefined && credits < (this.#parts.price()?.amountMinor ?? 0);
    const amount = formatMoney(this.#host.locale.tag, credits ?? 0, "credits");
    return html`<p>${say("bookingAs", { name, email })}</p>
      ${credits === undefined ? nothing : html`<p data-credits>${say("have", { amount })}</p>`}
      <div class="actions">
        <button
          class="button primary"
          part="button"
          aria-busy=${isBusy}
          @click=${isTooFew ? this.#openWallet : this.#parts.goOn}
        >
          ${isTooFew ? say("getCredits") : submit}
        </button>
        <button class="button quiet" part="button" @click=${() => session.end()}>${say("notYou")}</button>
      </div>
      ${
        this.#isWalletOpen
          ? html`<tessera-wallet @tessera-code-redeemed=${() => this.#credits.reload()}></tessera-wallet>`
          : nothing
      }`;
  }

  readonly #openWallet = () => {
    needTag("tessera-wallet");
    this.#isWalletOpen = true;
    this.#host.requestUpdate();
  };
}
