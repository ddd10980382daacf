import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { emit } from "../base/events.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { selectField } from "../parts/field/select.ts";
import { icon } from "../parts/icon.ts";
import { News } from "../parts/live/news.ts";
import { notice } from "../parts/notice.ts";
import { keepOpened, reopenedAs } from "../parts/opened/opened.ts";
import { addressOf } from "../parts/person/address.ts";
import { tabRow } from "../parts/tabs/tabs.ts";
import { orderCard } from "./order-card.ts";
import { styles } from "./orders.styles.ts";
import { ordersTexts, type OrdersTexts } from "./orders.texts.ts";
import { loadOrders, orderNews, type OrderState, orderStates, type Side, sides } from "./work-orders.ts";

/**
 * @summary A member's orders for work, as buyer and as seller: the list, and one of them with everything that was agreed, asked,
 * delivered and done, and everything that can be done about it.
 *
 * @slot empty - Shown when there are no orders.
 *
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 * @event {BeforeOrderOpenEvent} tessera-before-order-open - An order is about to be opened. Cancel it to stop.
 * @event {OrderOpenedEvent} tessera-order-opened - An order was opened, here or on the page's own address.
 * @event {BeforeOrderCancelEvent} tessera-before-order-cancel - An order is about to be called off. Cancel it to stop.
 * @event {OrderChangedEvent} tessera-order-changed - The member did something about an order.
 * @event {OrderReviewedEvent} tessera-order-reviewed - The member reviewed the other side of an order.
 * @event {OrderPaidEvent} tessera-order-paid - The order is paid.
 *
 * @csspart tabs - The tabs of the two sides.
 * @csspart tab - One tab, a button.
 * @csspart order - One order, in the list or by itself.
 * @csspart standing - How an order stands.
 * @csspart delivery - What was delivered once.
 * @csspart file - A file, a button.
 * @csspart history - What happened to an order, a list.
 * @csspart review - What one side said of the other.
 * @csspart reply - What was replied to it.
 * @csspart button - Any other button.
 * @csspart input - A field.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of what is chosen and of the next step; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-surface] - The background.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-muted] - Text of less weight.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-soft] - The background of quiet areas.
 * @cssproperty [--tessera-edge] - The outline of fields.
 * @cssproperty [--tessera-danger] - What went wrong or is late.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of an order.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 */
export class TesseraOrders extends TesseraElement {
  static override styles = styles;

  /** Whose orders: `buyer` for those the member placed, `seller` for those the member works for, both with tabs unless set. */
  @property() as: Exclude<Side, "all"> | "" = "";

  /** The id of the order that is shown; the list unless set. */
  @property() order = "";

  /** The page's own address of an order, such as `/orders/{id}`; without one an order opens in place. */
  @property({ attribute: "order-href" }) orderHref = "";

  /** The IANA time zone times are shown in; the viewer's own unless set. */
  @property({ attribute: "time-zone" }) timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private side: Side = "all";
  @state() private standing: OrderState | "" = "";
  /** Whether the order was opened from the list, to which the way leads back. */
  @state() private isOpened = false;

  /** What was ordered is made and delivered without a licence to sell more. */
  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & OrdersTexts>(this, baseTexts, ordersTexts);

  private readonly orders = new Load(this, {
    args: () =>
      this.client && this.member && (this.hasShown || !this.order)
        ? ([this.member.id, this.as || this.side, this.standing] as const)
        : null,
    load: async ([, side, standing], options) => {
      const found = await loadOrders(this.client, { side, state: standing }, options);
      this.hasShown = true;
      return found;
    },
  });

  private readonly shown = new Load(this, {
    args: () => (this.client && this.member && this.order ? ([this.order, this.member.id] as const) : null),
    load: ([id], options) => this.client.orders.getOrder({ id }, options),
  });

  private readonly loadingMore = new Action(this, () => this.loadMore());

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, { page: this.page, signedIn: () => this.retry() });
  });

  private readonly whole = new LazyPanel(this, async () => {
    const { OrderPage } = await import("./order-page.ts");
    return new OrderPage(this, {
      page: this.page,
      say: this.texts.say,
      timeZone: () => this.timeZone,
      hasChat: () => this.site?.modules.includes("chat") ?? false,
      disputes: this.disputes,
      reviews: () => (this.site?.modules.includes("reviews") ? this.reviews : null),
      changed: () => this.changed(),
    });
  });

  private readonly reviews = new LazyPanel(this, async () => {
    const { OrderReviews } = await import("./order-reviews.ts");
    return new OrderReviews(this, {
      client: () => this.client,
      written: (orderId) => {
        emit(this, "tessera-order-reviewed", { orderId });
        this.changed();
      },
    });
  });

  private readonly disputes = new LazyPanel(this, async () => {
    const { Disputes } = await import("../parts/disputes/disputes.ts");
    return new Disputes(this, {
      client: () => this.client,
      now: () => this.page.now(),
      timeZone: () => this.timeZone,
      say: this.texts.say,
      changed: () => this.changed(),
    });
  });

  /** From the first list on the tabs stay where they are while another list is loaded. */
  private hasShown = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    // What the other side does is shown here at once.
    new News(this, {
      page: () => this.page,
      events: orderNews,
      heard: () => {
        this.reload();
        this.announce(this.texts.say("done"));
      },
      missed: () => this.reload(),
    });
  }

  get state(): WidgetState {
    if (this.member === undefined) return "loading";
    if (this.member === null) return "signed-out";
    if (this.order) return this.isGone ? "empty" : this.isComing ? "ready" : this.shown.state;
    const { value, failure, state: loadState } = this.orders;
    if (value?.items.length === 0 && !failure) return "empty";
    return !value && !failure && this.hasShown ? "ready" : loadState;
  }

  /** Whether an order is on its way that was opened from the list: the way back is there at once. */
  private get isComing(): boolean {
    return this.isOpened && !this.shown.value && !this.shown.failure;
  }

  private get isGone(): boolean {
    return this.shown.failure?.status === 404 || (this.shown.value && !this.shown.value.work) === true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Work becomes late while it is looked at.
    this.#clock = setInterval(() => this.requestUpdate(), 15_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.page && !this.hasUpdated && !this.order) void this.reopen();
  }

  /** Shows the order again that was open when this page was left for a pay page, or loaded again. */
  private async reopen(): Promise<void> {
    const kept = await reopenedAs(this.page, "orders", "orderId");
    if (!kept || !("orderId" in kept) || this.order) return;
    this.isOpened = true;
    this.order = String(kept.orderId);
  }

  private reload(): void {
    this.shown.reload();
    this.orders.reload();
    this.reviews.current?.refresh();
  }

  protected retry(): void {
    this.reload();
  }

  private changed(): void {
    this.reload();
    this.announce(this.texts.say("done"));
    void this.focusOn("[data-heading]");
  }

  private async loadMore(): Promise<void> {
    const { value, args } = this.orders;
    if (!value?.nextCursor || !args) return;
    const [, side, standing] = args;
    const next = await loadOrders(this.client, { side, state: standing, cursor: value.nextCursor });
    // Another list may have been chosen, or this one loaded again.
    if (this.orders.value !== value) return;
    this.orders.value = { ...next, items: [...value.items, ...next.items] };
  }

  private open(orderId: string, event: Event): void {
    if (!emit(this, "tessera-before-order-open", { orderId })) return event.preventDefault();
    emit(this, "tessera-order-opened", { orderId });
    if (addressOf(this.orderHref, orderId)) return;
    this.isOpened = true;
    this.order = orderId;
    keepOpened(this.page, "orders", { orderId });
    void this.focusOn(".back");
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  private close(): void {
    const { order } = this;
    this.order = "";
    this.isOpened = false;
    keepOpened(this.page, "orders", null);
    const isListed = this.orders.value?.items.some(({ id }) => id === order);
    void this.focusOn(isListed ? `[data-order="${order}"] .title` : "#status");
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    if (this.state === "signed-out")
      return html`<section class="sign-in" aria-label=${say("orders")}>
        <p>${say("signIn")}</p>
        ${this.signIn.panel?.render(say("showOrders")) ?? html`<div class="skeleton card"></div>`}
      </section>`;
    return this.order ? this.one() : this.list();
  }

  private one(): TemplateResult {
    const { say } = this.texts;
    const { value, failure, state: loadState } = this.shown;
    const back = html`<button class="button quiet back" part="button" @click=${() => this.close()}>
      ${icon("next")}${say("backToAll")}
    </button>`;
    const order = value ? (this.whole.panel?.render(value) ?? oneOutline) : failure ? nothing : oneOutline;
    return html`${this.isOpened ? back : nothing} ${failure && !this.isGone ? this.failed(failure) : nothing}
    ${this.isGone ? notice(say("notFound")) : order} ${loadState === "slow" ? notice(say("slow")) : nothing}`;
  }

  private list(): TemplateResult {
    const { say } = this.texts;
    const found = html`${this.filter()}${this.found()}`;
    if (this.as)
      return html`<h2 class="hush">${say("orders")}</h2>
        ${found}`;
    return html`<h2 class="hush">${say("orders")}</h2>
      ${tabRow({
        label: say("orders"),
        tabs: sides,
        chosen: this.side,
        nameOf: say,
        direction: this.locale.direction,
        choose: (side) => {
          this.side = side;
          this.loadingMore.forgive();
        },
        focusOn: (selector) => this.focusOn(selector),
      })}
      <div id="panel" role="tabpanel" aria-labelledby=${`tab-${this.side}`}>${found}</div>`;
  }

  private filter(): TemplateResult {
    const { say } = this.texts;
    const choices = orderStates.map((name) => [name, say(name)] as const);
    return html`<div class="filter">
      ${selectField("status", say("status"), [["", say("anyStatus")], ...choices], {
        chosen: this.standing,
        choose: (chosen) => {
          this.standing = orderStates.find((name) => name === chosen) ?? "";
          this.loadingMore.forgive();
        },
      })}
    </div>`;
  }

  private found(): TemplateResult {
    const { say } = this.texts;
    const { value, failure, state: loadState } = this.orders;
    const trouble = failure ? this.failed(failure) : nothing;
    if (!value)
      return html`${failure ? trouble : listOutline} ${loadState === "slow" ? notice(say("slow")) : nothing}`;
    if (value.items.length === 0)
      return html`${trouble}<slot name="empty"
          >${notice(say(this.standing ? "nothingSuch" : "nothing"))}</slot
        >`;
    const parts = {
      say,
      tag: this.locale.tag,
      timeZone: this.timeZone,
      now: this.page.now(),
      href: this.orderHref,
      open: (orderId: string, event: Event) => this.open(orderId, event),
    };
    return html`${trouble}
      <ul class="list">
        ${value.items.map((order) => orderCard(order, parts))}
      </ul>
      ${this.loadingMore.failure ? this.refused(this.loadingMore.failure) : nothing}
      ${
        value.nextCursor
          ? html`<button
              class="button more"
              part="button"
              aria-busy=${this.loadingMore.busy}
              @click=${() => void this.loadingMore.run()}
            >
              ${say("more")}
            </button>`
          : nothing
      }`;
  }

  protected override skeleton(): TemplateResult {
    if (!this.page?.keep.text("refresh"))
      return html`<div class="sign-in"><div class="skeleton card"></div></div>`;
    if (this.order) return oneOutline;
    return html`${this.as ? nothing : html`<div class="tabs"><div class="skeleton tab"></div></div>`}
      <div class="skeleton filter"></div>
      ${listOutline}`;
  }
}

const listOutline = html`<div class="list">
  <div class="skeleton card"></div>
  <div class="skeleton card"></div>
</div>`;

const oneOutline = html`<div class="skeleton card"></div>`;

define("tessera-orders", TesseraOrders);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-orders": TesseraOrders;
  }
}
