import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type BaseTexts } from "../base/base.texts.ts";
import { type Page } from "../base/contexts.ts";
import { type LazyPanel, type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { formatMoney } from "../base/money.ts";
import { needTag } from "../base/need.ts";
import { type Say, Texts } from "../base/texts.ts";
import { openLink } from "../parts/files/open-link.ts";
import { icon } from "../parts/icon.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { type Disputes } from "../parts/disputes/disputes.ts";
import { isOffered } from "../parts/order/offered.ts";
import { type Deed, deeds, Deeds } from "./deeds.ts";
import { answersOf, deliveriesOf } from "./handed-over.ts";
import { historyOf } from "./history.ts";
import { badge } from "./order-card.ts";
import { factsOf, linesOf, momentOf, type PageView } from "./order-facts.ts";
import { type OrderReviews } from "./order-reviews.ts";
import { orderPageStyles } from "./order-page.styles.ts";
import { orderPageTexts, type OrderPageTexts } from "./order-page.texts.ts";
import { ordersTexts, type OrdersTexts } from "./orders.texts.ts";
import { shareOf, type WholeOrder } from "./work-orders.ts";

/** What one order needs of the widget. */
export interface OrderPageParts {
  readonly page: Page;
  readonly say: Say<BaseTexts & OrdersTexts>;
  readonly timeZone: () => string;
  /** Whether the site's members can write to each other. */
  readonly hasChat: () => boolean;
  /** What one side objects to. */
  readonly disputes: LazyPanel<Disputes>;
  /** What both sides say of each other; null on a site without reviews. */
  readonly reviews: () => LazyPanel<OrderReviews> | null;
  /** Called when the order has changed. */
  readonly changed: () => void;
}

type Next =
  | "answerFirst"
  | "sellerWorks"
  | "sellerChanges"
  | "accepted"
  | "notPaidYet"
  | "waitsForAnswers"
  | "deliverIt"
  | "changeIt";

// Who is waited for, and for what, by part and state.
const next: Readonly<Record<string, Readonly<Record<string, Next>>>> = {
  client: {
    requirements: "answerFirst",
    in_progress: "sellerWorks",
    revision: "sellerChanges",
    completed: "accepted",
  },
  provider: {
    awaiting_payment: "notPaidYet",
    requirements: "waitsForAnswers",
    in_progress: "deliverIt",
    revision: "changeIt",
    completed: "accepted",
  },
};

/** One order with everything that was agreed, asked, answered, delivered and done, and what can be done about it. */
export class OrderPage implements Panel {
  readonly #host: PanelHost;
  readonly #parts: OrderPageParts;
  readonly #texts: Texts<OrdersTexts & OrderPageTexts>;
  readonly #deeds: Deeds;
  readonly #opening: Action<[fileId: string], void>;
  /** The order whose messages are shown. */
  #written = "";

  constructor(host: PanelHost, parts: OrderPageParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, ordersTexts, orderPageTexts);
    this.#deeds = new Deeds(host, parts);
    this.#opening = new Action(host, (fileId) => this.#open(fileId));
    wear(host, orderPageStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(order: WholeOrder): TemplateResult {
    const { id, number, role, work } = order;
    const { say } = this.#parts;
    const view = this.#view;
    this.#deeds.lookAt(id);
    return html`<article class="whole" part="order" data-whole=${id}>
      <header>
        <div class="head">
          <h2 id="title" tabindex="-1" data-heading><bdi>${work?.title ?? number}</bdi></h2>
          ${badge(order, say)}
        </div>
        <p class="muted">
          ${say(role === "provider" ? "youSell" : "youBuy")} · <bdi>${say("number", { number })}</bdi>
        </p>
      </header>
      <div class="columns">
        <div class="main">
          ${this.#next(order, view)} ${this.#proposal(order, view)} ${this.#payment(order)}
          ${this.#actions(order)} ${this.#reviews(order)} ${this.#dispute(order)} ${deliveriesOf(order, view)}
          ${this.#can(order, "answer_questions") ? nothing : answersOf(order, view)}
          ${this.#refused(this.#opening)}
        </div>
        <div class="side">
          ${factsOf(order, view)} ${linesOf(order, view)} ${historyOf(order, view)} ${this.#chat(order)}
        </div>
      </div>
    </article>`;
  }

  get #view(): PageView {
    const { page, timeZone } = this.#parts;
    return {
      say: this.#texts.say,
      tag: this.#host.locale.tag,
      timeZone: timeZone(),
      now: page.now(),
      openFile: (fileId) => void this.#opening.run(fileId),
    };
  }

  #next({ state, role, work }: WholeOrder, view: PageView): TemplateResult | typeof nothing {
    const { say } = view;
    if (work?.acceptsAt)
      return notice(
        say(role === "client" ? "lookAtIt" : "buyerLooks", { time: momentOf(view, work.acceptsAt) }),
      );
    const name = next[role]?.[state];
    return name ? notice(say(name)) : nothing;
  }

  #proposal(order: WholeOrder, view: PageView): TemplateResult | typeof nothing {
    const { role, work, currency } = order;
    if (!work?.cancel) return nothing;
    const { say, tag } = view;
    const { by, refundShare, reason, until } = work.cancel;
    const amount = formatMoney(tag, shareOf(order, refundShare), currency);
    return html`<div class="notice" part="notice" data-proposal=${by}>
      ${icon("info")}
      <div class="said">
        <p>${say(by === role ? "cancelByYou" : "cancelByOther", { amount })}</p>
        ${reason ? html`<p class="words"><bdi>${reason}</bdi></p>` : nothing}
        ${until ? html`<p class="small muted">${say("lapses", { time: momentOf(view, until) })}</p>` : nothing}
      </div>
    </div>`;
  }

  #payment(order: WholeOrder): TemplateResult | typeof nothing {
    if (!this.#can(order, "pay")) return nothing;
    needTag("tessera-checkout");
    return html`<tessera-checkout
      order=${order.id}
      @tessera-order-paid=${() => this.#parts.changed()}
    ></tessera-checkout>`;
  }

  #dispute(order: WholeOrder): TemplateResult | typeof nothing {
    if (!order.dispute && !isOffered(order, "dispute", this.#parts.page.now())) return nothing;
    return this.#parts.disputes.panel?.render(order, "title") ?? nothing;
  }

  #reviews(order: WholeOrder): TemplateResult | typeof nothing {
    const { state, work } = order;
    if (state !== "completed" || work?.subject.kind !== "gig") return nothing;
    return this.#parts.reviews()?.panel?.render(order) ?? nothing;
  }

  #can(order: WholeOrder, name: Deed | "pay"): boolean {
    return isOffered(order, name, this.#parts.page.now());
  }

  /** What can be done: the questions wait in their form, all else opens one. */
  #actions(order: WholeOrder): TemplateResult {
    const { open, busy } = this.#deeds;
    const offered = deeds.filter((deed) => this.#can(order, deed));
    const shown = open && offered.includes(open) ? open : null;
    const buttons = offered.filter((deed) => deed !== "answer_questions" && deed !== shown);
    const isFirst = (deed: Deed) => !shown && (deed === "deliver" || deed === "accept");
    const asks = offered.includes("answer_questions");
    return html`${asks ? this.#form(order, "answer_questions") : nothing}
    ${shown ? this.#form(order, shown) : nothing} ${!shown && !asks ? this.#refused(this.#deeds) : nothing}
    ${
      buttons.length > 0
        ? html`<div class="actions">
            ${buttons.map(
              (deed) =>
                html`<button
                  class="button ${isFirst(deed) ? "primary" : ""}"
                  part="button"
                  data-deed=${deed}
                  aria-busy=${busy === deed}
                  @click=${() => void this.#deeds.begin(order, deed)}
                >
                  ${this.#label(order, deed)}
                </button>`,
            )}
          </div>`
        : nothing
    }`;
  }

  #label({ role, work }: WholeOrder, deed: Deed): string {
    const isOwn = deed === "decline_cancel" && work?.cancel?.by === role;
    return this.#texts.say(isOwn ? "withdraw" : deed);
  }

  #form(order: WholeOrder, deed: Deed): TemplateResult | typeof nothing {
    const failure = this.#refused(this.#deeds);
    const parts = { say: this.#texts.say, deeds: this.#deeds, failure };
    return this.#deeds.forms.panel?.render(order, deed, parts) ?? nothing;
  }

  #refused({ failure }: Pick<Deeds, "failure">): TemplateResult | typeof nothing {
    return failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing;
  }

  async #open(fileId: string): Promise<void> {
    const { link } = await this.#parts.page.client.files.getFile({ id: fileId });
    openLink(link.url);
  }

  #chat({ id }: WholeOrder): TemplateResult | typeof nothing {
    if (!this.#parts.hasChat()) return nothing;
    if (this.#written === id) {
      needTag("tessera-chat");
      return html`<tessera-chat subject=${`order:${id}`} time-zone=${this.#parts.timeZone()}></tessera-chat>`;
    }
    return html`<div class="actions">
      <button
        class="button"
        part="button"
        data-deed="write"
        @click=${() => {
          this.#written = id;
          this.#host.requestUpdate();
        }}
      >
        ${this.#texts.say("messages")}
      </button>
    </div>`;
  }
}
