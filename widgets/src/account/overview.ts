import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { pageUrl } from "./addresses.ts";
import { overviewTexts, type OverviewTexts } from "./overview.texts.ts";
import { type OwnSanctions } from "./own-sanctions.ts";
import { type Section, type SectionParts } from "./section.ts";

type Dashboard = Contract["identity"]["getDashboard"]["output"];

const shown = ["upcomingBookings", "openOrders", "unreadNotifications", "pendingReviews"] as const;

/** What waits for the member or lies ahead, and the address that is still to be confirmed. */
export class Overview implements Section {
  readonly #host: PanelHost;
  readonly #parts: SectionParts;
  readonly #texts: Texts<OverviewTexts>;
  readonly #resending: Action<[], void>;
  readonly load: Load<readonly [string], Dashboard>;
  readonly #sanctions: LazyPanel<OwnSanctions>;
  #isResent = false;

  constructor(host: PanelHost, parts: SectionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, overviewTexts);
    this.#resending = new Action(host, () => this.#resend());
    this.#sanctions = new LazyPanel(host, async () => {
      const { OwnSanctions } = await import("./own-sanctions.ts");
      return new OwnSanctions(host, parts);
    });
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) => parts.page.client.identity.getDashboard({}, options),
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const counts = this.load.value?.counts ?? {};
    const offered = shown.filter((name) => counts[name] !== undefined);
    const isTold = (counts["sanctionsInForce"] ?? 0) > 0;
    return html`${this.#proof()} ${isTold ? this.#sanctions.panel?.render() : nothing}
      <ul class="counts">
        ${offered.map((name) => {
          const count = counts[name] ?? 0;
          return html`<li class=${count > 0 ? "count" : "count none"} part="count" data-count=${name}>
            ${say(name, { count })}
          </li>`;
        })}
      </ul>
      ${offered.every((name) => counts[name] === 0) ? html`<p class="muted">${say("nothing")}</p>` : nothing}`;
  }

  #proof(): TemplateResult | typeof nothing {
    const { member } = this.#parts.page.session;
    const { say } = this.#texts;
    if (!member || member.emailVerified) return nothing;
    const { failure, busy } = this.#resending;
    return html`${
      this.#isResent
        ? notice(say("resent"))
        : notice(
            say("prove", { email: member.email }),
            html`<button
              class="button"
              part="button"
              aria-busy=${busy}
              @click=${() => void this.#resending.run()}
            >
              ${say("resend")}
            </button>`,
          )
    }
    ${failure ? this.#parts.refused(failure) : nothing}`;
  }

  async #resend(): Promise<void> {
    await this.#parts.page.client.identity.resendVerification({ pageUrl: pageUrl() });
    this.#isResent = true;
    this.#host.announce(this.#texts.say("resent"));
  }
}
