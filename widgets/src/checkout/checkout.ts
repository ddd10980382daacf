import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, type Page, pageContext } from "../base/contexts.ts";
import { Countdown, formatSeconds } from "../base/countdown.ts";
import { define } from "../base/define.ts";
import { TesseraElement, type WidgetState } from "../base/element.ts";
import { emit } from "../base/events.ts";
import { formatMoney } from "../base/format.ts";
import { returnUrl } from "../base/leave.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { PaymentWatch } from "./payment-watch.ts";
import { styles } from "./checkout.styles.ts";
import { checkoutTexts, type CheckoutTexts } from "./checkout.texts.ts";

type Order = Contract["orders"]["redeemReturn"]["output"]["order"];

/**
 * @summary Shows an order and pays it on the gateway's own page; the visitor comes back to the page they left.
 *
 * @event {BeforeOrderPayEvent} tessera-before-order-pay - The visitor is about to leave for the pay page. Cancel it to stop.
 * @event {OrderPaidEvent} tessera-order-paid - The order is paid, or costs nothing and is agreed.
 * @event {OrderExpiredEvent} tessera-order-expired - The order was not paid in time.
 *
 * @csspart lines - What is paid for.
 * @csspart button - A button.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of the button that pays; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 */
export class TesseraCheckout extends TesseraElement {
  static override styles = styles;

  /** The id of the order. */
  @property() order = "";

  /** The order as somebody has just loaded it, so that it is not asked for twice. */
  @property({ attribute: false }) known: Order | null = null;

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;

  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & CheckoutTexts>(this, baseTexts, checkoutTexts);

  private readonly orders = new Load(this, {
    args: () => (this.client && this.order ? ([this.order] as const) : null),
    load: ([id], options) => this.loadOrder(id, options),
  });

  private readonly paying = new Action(this, () => this.pay());
  private readonly countdown = new Countdown(
    this,
    () => this.page.now(),
    () => this.orders.reload(),
  );

  private readonly payment = new PaymentWatch(
    this,
    () => this.page,
    () => this.orders.reload(),
  );

  private told = "";

  get state(): WidgetState {
    if (!this.order) return "empty";
    const order = this.orders.value;
    if (!order || this.orders.failure) return this.orders.state;
    return order.state === "awaiting_payment" ? "ready" : "done";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back from the pay page by the browser's own button, a page may be shown as it was left.
    addEventListener("pageshow", this.shownAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("pageshow", this.shownAgain);
  }

  private readonly shownAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.orders.reload();
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const order = this.orders.value;
    const isOpen = order?.state === "awaiting_payment";
    this.countdown.set(isOpen && order.payUntil ? Date.parse(order.payUntil) : null);
    if (!order) return;
    void this.payment.follow(isOpen ? order.id : null);
    if (!isOpen) this.tell(order);
  }

  private tell({ id, state, bookingId }: Order): void {
    if (this.told === `${id} ${state}`) return;
    this.told = `${id} ${state}`;
    if (state === "expired") emit(this, "tessera-order-expired", { orderId: id });
    else if (state !== "cancelled") emit(this, "tessera-order-paid", { orderId: id, bookingId });
    this.announce(this.texts.say(this.outcome(state)));
  }

  private async loadOrder(
    id: string,
    options: { readonly signal: AbortSignal; readonly fresh: boolean },
  ): Promise<Order> {
    if (this.known?.id === id && !options.fresh) return this.known;
    try {
      return await this.client.orders.getOrder({ id }, options);
    } catch (failure) {
      // A page that keeps nothing has lost the sign-in on the way to the pay page; the way back still brings the order.
      const returned = await this.page.returned();
      if (returned?.order.id === id) return returned.order;
      throw failure;
    }
  }

  private async pay(): Promise<void> {
    if (!emit(this, "tessera-before-order-pay", { orderId: this.order })) return;
    const { url } = await this.client.orders.payOrder({ id: this.order, returnUrl: returnUrl() });
    location.assign(url);
    // The page stays on screen until the pay page is there: the button must not look ready again.
    await new Promise<void>((resolve) => addEventListener("pageshow", () => resolve(), { once: true }));
  }

  protected retry(): void {
    this.orders.reload();
  }

  protected override content(): TemplateResult {
    const order = this.orders.value;
    if (!this.order) return notice(this.texts.say("nothing"));
    if (!order) return this.orders.failure ? this.failed(this.orders.failure) : this.skeleton();
    return html`<div class="order">
      ${this.lines(order)}${order.state === "awaiting_payment" ? this.open(order) : this.closed(order)}
    </div>`;
  }

  private lines({ lines, totalMinor, currency }: Order): TemplateResult {
    const { tag } = this.locale;
    return html`<dl class="lines" part="lines">
      ${lines.map(
        ({ title, amountMinor }) =>
          html`<div>
            <dt><bdi>${title}</bdi></dt>
            <dd>${formatMoney(tag, amountMinor, currency)}</dd>
          </div>`,
      )}
      <div class="total">
        <dt>${this.texts.say("total")}</dt>
        <dd>${formatMoney(tag, totalMinor, currency)}</dd>
      </div>
    </dl>`;
  }

  private open({ totalMinor, currency }: Order): TemplateResult {
    const { say } = this.texts;
    const { state } = this.payment;
    if (state === "checking" || state === "late") {
      return html`<div role="status">${notice(say(state === "late" ? "checkingLong" : "checking"))}</div>`;
    }
    const left = this.countdown.secondsLeft;
    const amount = formatMoney(this.locale.tag, totalMinor, currency);
    return html`${state === "failed" ? html`<div role="alert">${notice(say("notPaid"))}</div>` : nothing}
      ${this.paying.failure ? this.refused(this.paying.failure) : nothing}
      <button
        class="button primary pay"
        part="button"
        aria-busy=${this.paying.busy}
        @click=${() => void this.paying.run()}
      >
        ${say("pay", { amount })}
      </button>
      <p class="small muted">${say("leaving")}</p>
      ${
        left === null
          ? nothing
          : html`<p class="small muted">
              ${say("payWithin", { time: formatSeconds(this.locale.tag, left) })}
            </p>`
      }`;
  }

  private closed({ state, totalMinor, refundedMinor }: Order): TemplateResult {
    const isLate = state === "expired" && refundedMinor > 0;
    const outcome = this.outcome(state);
    return notice(
      this.texts.say(isLate ? "late" : outcome === "paid" && totalMinor === 0 ? "agreed" : outcome),
    );
  }

  private outcome(state: string): "expired" | "cancelled" | "paid" {
    return state === "expired" || state === "cancelled" ? state : "paid";
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="order">
      <div class="skeleton"></div>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`;
  }
}

define("tessera-checkout", TesseraCheckout);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-checkout": TesseraCheckout;
  }
}
