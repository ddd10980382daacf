import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type BaseTexts } from "../base/base.texts.ts";
import { type Page } from "../base/contexts.ts";
import { emit } from "../base/events.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { returnUrl } from "../base/leave.ts";
import { formatMoney } from "../base/money.ts";
import { needTag } from "../base/need.ts";
import { type Say, Texts } from "../base/texts.ts";
import { formatDays, type Gig } from "../parts/gig/gig-names.ts";
import { icon } from "../parts/icon.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { CodeSignIn } from "../parts/sign-in/code-sign-in.ts";
import { type Choice, sumOf } from "./choice.ts";
import { type GigTexts } from "./gig.texts.ts";
import { orderingStyles } from "./ordering.styles.ts";
import { orderingTexts, type OrderingTexts } from "./ordering.texts.ts";

/** What ordering needs of the widget. */
export interface OrderingParts {
  readonly page: Page;
  readonly say: Say<BaseTexts & GigTexts>;
  readonly gig: () => Gig | undefined;
  readonly choice: () => Choice | null;
  /** The order that was placed; empty before. */
  readonly orderId: () => string;
  readonly placed: (orderId: string) => void;
  /** Whether the order was paid. */
  readonly isPaid: () => boolean;
  readonly paid: () => void;
  /** Goes back to the gig. */
  readonly back: () => void;
}

/** From a chosen package to a paid order: who orders, then the payment, which is the checkout's. */
export class Ordering implements Panel {
  readonly #host: PanelHost;
  readonly #parts: OrderingParts;
  readonly #texts: Texts<OrderingTexts>;
  readonly #signIn: CodeSignIn;
  readonly #placing: Action<[], void>;

  constructor(host: PanelHost, parts: OrderingParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, orderingTexts);
    this.#placing = new Action(host, () => this.#place());
    this.#signIn = new CodeSignIn(host, { page: parts.page, signedIn: () => void this.#placing.run() });
    wear(host, orderingStyles);
  }

  get ready(): boolean {
    return this.#texts.ready && this.#signIn.ready;
  }

  async #place(): Promise<void> {
    const { page, gig, choice, placed } = this.#parts;
    const chosen = choice();
    const gigId = gig()?.id;
    if (!chosen || gigId === undefined) return;
    const { id, totalMinor, currency } = await page.client.gigs.placeGigOrder({
      gigId,
      items: [{ packageId: chosen.package.id, extraIds: [...chosen.extraIds] }],
      utm: { ...page.campaign },
      pageUrl: returnUrl(),
    });
    emit(this.#host, "tessera-order-placed", { orderId: id, totalMinor, currency });
    placed(id);
    void this.#host.focusOn("[data-heading]");
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const { orderId, isPaid, gig, back } = this.#parts;
    const isPlaced = orderId() !== "";
    const heading = isPaid() ? "thanks" : isPlaced ? "payment" : "yourOrder";
    return html`<article class="ordering" part="order">
      <button class="button quiet back" part="button" @click=${back}>
        ${icon("next")}${say(isPlaced ? "back" : "change")}
      </button>
      <h2 tabindex="-1" data-heading>${say(heading)}</h2>
      <p class="muted"><bdi>${gig()?.title}</bdi></p>
      ${isPaid() ? notice(say("next")) : nothing} ${isPlaced ? this.#checkout() : this.#details()}
    </article>`;
  }

  #checkout(): TemplateResult {
    needTag("tessera-checkout");
    const { orderId, paid } = this.#parts;
    return html`<tessera-checkout order=${orderId()} @tessera-order-paid=${paid}></tessera-checkout>`;
  }

  #details(): TemplateResult {
    const { gig: shown, choice: chosen, page, say } = this.#parts;
    const [gig, choice] = [shown(), chosen()];
    if (!gig || !choice) return html``;
    const { tag } = this.#host.locale;
    const { totalMinor, days } = sumOf(gig, choice);
    const { currency } = choice.package.price;
    const money = (amountMinor: number) => formatMoney(tag, amountMinor, currency);
    const line = (title: string, amountMinor: number) =>
      html`<div>
        <dt><bdi>${title}</bdi></dt>
        <dd>${money(amountMinor)}</dd>
      </div>`;
    const submit = this.#texts.say("orderFor", { price: money(totalMinor) });
    const { failure } = this.#placing;
    return html`<dl class="sum" part="lines">
        ${line(`${say(choice.package.tier)} · ${choice.package.title}`, choice.package.price.amountMinor)}
        ${gig.extras
          .filter(({ id }) => choice.extraIds.includes(id))
          .map(({ title, price }) => line(title, price.amountMinor))}
        <div>
          <dt>${say("delivery")}</dt>
          <dd>${formatDays(tag, days)}</dd>
        </div>
        <div class="total">
          <dt>${say("total")}</dt>
          <dd>${money(totalMinor)}</dd>
        </div>
      </dl>
      ${failure ? failureNotice(failure, say, this.#host.sentence(failure)) : nothing}
      ${page.session.member ? this.#asMember(submit) : this.#signIn.render(submit)}`;
  }

  #asMember(submit: string): TemplateResult {
    const { say } = this.#texts;
    const { session } = this.#parts.page;
    const { name = "", email = "" } = session.member ?? {};
    return html`<p>${say("orderingAs", { name, email })}</p>
      <div class="actions">
        <button
          class="button primary place"
          part="button"
          aria-busy=${this.#placing.busy}
          @click=${() => void this.#placing.run()}
        >
          ${submit}
        </button>
        <button class="button quiet" part="button" @click=${() => session.end()}>${say("notYou")}</button>
      </div>`;
  }
}
