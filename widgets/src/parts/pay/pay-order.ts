import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type ReactiveController, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { baseTexts, type BaseTexts } from "../../base/base.texts.ts";
import { type Page } from "../../base/contexts.ts";
import { Countdown, formatSeconds } from "../../base/countdown.ts";
import { emit } from "../../base/events.ts";
import { formatMoney } from "../../base/money.ts";
import { LazyPanel, type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { returnUrl } from "../../base/leave.ts";
import { Load, type LoadState } from "../../base/load.ts";
import { Texts } from "../../base/texts.ts";
import { failureNotice, notice } from "../notice.ts";
import { type PayChoice } from "./pay-choice.ts";
import { payStyles } from "./pay.styles.ts";
import { payTexts, type PayTexts } from "./pay.texts.ts";
import { PaymentWatch } from "./payment-watch.ts";

type Order = Contract["orders"]["redeemReturn"]["output"]["order"];

/** What paying needs of the widget. */
export interface PayParts {
  readonly page: () => Page;
  /** The id of the order; empty while there is none to pay. */
  readonly order: () => string;
  /** The order as the widget has just loaded it, so that it is not asked for twice. */
  readonly known?: () => Order | null;
  /** Called when the order is paid, or costs nothing and is agreed. */
  readonly paid?: (order: Order) => void;
  /** Called when the order was not paid in time. */
  readonly expired?: () => void;
}

/** Shows an order and pays it on the gateway's own page; the visitor comes back to the page they left. */
export class PayOrder implements Panel, ReactiveController {
  readonly #host: PanelHost;
  readonly #parts: PayParts;
  readonly #texts: Texts<BaseTexts & PayTexts>;
  readonly #orders: Load<readonly [id: string], Order>;
  readonly #paying: Action<[], void>;
  readonly #countdown: Countdown;
  readonly #payment: PaymentWatch;
  readonly #choice: LazyPanel<PayChoice>;
  #told = "";

  constructor(host: PanelHost, parts: PayParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, baseTexts, payTexts);
    this.#orders = new Load(host, {
      args: () => (parts.page() && parts.order() ? ([parts.order()] as const) : null),
      load: ([id], options) => this.#load(id, options),
    });
    this.#paying = new Action(host, () => this.#pay());
    const look = () => this.#orders.reload();
    this.#countdown = new Countdown(host, () => parts.page().now(), look);
    this.#payment = new PaymentWatch(host, parts.page, look);
    this.#choice = new LazyPanel(
      host,
      async () => new (await import("./pay-choice.ts")).PayChoice(host, parts.page, look),
    );
    host.addController(this);
    wear(host, payStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** How it stands: done when there is nothing to pay any more. */
  get state(): LoadState | "done" {
    const order = this.#orders.value;
    if (!order || this.#orders.failure) return this.#orders.state;
    return order.state === "awaiting_payment" ? "ready" : "done";
  }

  hostConnected(): void {
    // Back from the pay page by the browser's own button, a page may be shown as it was left.
    addEventListener("pageshow", this.#shownAgain);
  }

  hostDisconnected(): void {
    removeEventListener("pageshow", this.#shownAgain);
  }

  readonly #shownAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.retry();
  };

  hostUpdated(): void {
    const order = this.#orders.value;
    const isOpen = order?.state === "awaiting_payment";
    this.#countdown.set(isOpen && order.payUntil ? Date.parse(order.payUntil) : null);
    if (!order) return;
    void this.#payment.follow(isOpen ? order.id : null);
    if (!isOpen) this.#tell(order);
  }

  #tell(order: Order): void {
    const { id, state, bookingId } = order;
    if (this.#told === `${id} ${state}`) return;
    this.#told = `${id} ${state}`;
    this.#host.announce(this.#texts.say(outcomeOf(state)));
    if (state === "expired") {
      emit(this.#host, "tessera-order-expired", { orderId: id });
      this.#parts.expired?.();
    } else if (state !== "cancelled") {
      emit(this.#host, "tessera-order-paid", { orderId: id, bookingId });
      this.#parts.paid?.(order);
    }
  }

  async #load(
    id: string,
    options: { readonly signal: AbortSignal; readonly fresh: boolean },
  ): Promise<Order> {
    const known = this.#parts.known?.();
    if (known?.id === id && !options.fresh) return known;
    const page = this.#parts.page();
    try {
      return await page.client.orders.getOrder({ id }, options);
    } catch (failure) {
      // A page that keeps nothing has lost the sign-in on the way to the pay page; the way back still brings the order.
      const returned = await page.returned();
      if (returned?.order.id === id) return returned.order;
      throw failure;
    }
  }

  async #pay(): Promise<void> {
    const id = this.#parts.order();
    if (!emit(this.#host, "tessera-before-order-pay", { orderId: id })) return;
    const { url } = await this.#parts.page().client.orders.payOrder({ id, returnUrl: returnUrl() });
    location.assign(url);
    // The page stays on screen until the pay page is there: the button must not look ready again.
    await new Promise<void>((resolve) => addEventListener("pageshow", () => resolve(), { once: true }));
  }

  /** Asks again how the order stands. */
  readonly retry = (): void => this.#orders.reload();

  render(): TemplateResult {
    const order = this.#orders.value;
    const { failure } = this.#orders;
    if (!order && failure)
      return failureNotice(failure, this.#texts.say, this.#host.sentence(failure), this.retry);
    if (!order) return payOutline;
    return html`<div class="order">
      ${this.#lines(order)}${order.state === "awaiting_payment" ? this.open(order) : this.#closed(order)}
    </div>`;
  }

  #lines({ lines, totalMinor, currency }: Order): TemplateResult {
    const { tag } = this.#host.locale;
    return html`<dl class="lines" part="lines">
      ${lines.map(
        ({ title, amountMinor }) =>
          html`<div>
            <dt><bdi>${title}</bdi></dt>
            <dd>${formatMoney(tag, amountMinor, currency)}</dd>
          </div>`,
      )}
      <div class="total">
        <dt>${this.#texts.say("total")}</dt>
        <dd>${formatMoney(tag, totalMinor, currency)}</dd>
      </div>
    </dl>`;
  }

  /** What stands below the lines of an order that waits to be paid. */
  protected open(order: Order): TemplateResult {
    const { totalMinor, currency } = order;
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const { state } = this.#payment;
    if (state === "checking" || state === "late") {
      return html`<div role="status">
        ${notice(state === "late" ? (this.#choice.panel?.say("checkingLong") ?? "") : say("checking"))}
      </div>`;
    }
    const left = this.#countdown.secondsLeft;
    const { failure } = this.#paying;
    return html`${state === "failed" ? html`<div role="alert">${notice(this.#choice.panel?.say("notPaid") ?? "")}</div>` : nothing}
    ${failure ? failureNotice(failure, say, this.#host.sentence(failure)) : nothing}
    ${
      order.gateways
        ? this.#choice.panel?.render(order)
        : html`<button
              class="button primary pay"
              part="button"
              aria-busy=${this.#paying.busy}
              @click=${() => void this.#paying.run()}
            >
              ${say("pay", { amount: formatMoney(tag, totalMinor, currency) })}
            </button>
            <p class="small muted">${say("leaving")}</p>`
    }
    ${
      left === null
        ? nothing
        : html`<p class="small muted">${say("payWithin", { time: formatSeconds(tag, left) })}</p>`
    }`;
  }

  #closed({ state, totalMinor, refundedMinor }: Order): TemplateResult {
    const isLate = state === "expired" && refundedMinor > 0;
    const outcome = outcomeOf(state);
    return notice(
      this.#texts.say(isLate ? "late" : outcome === "paid" && totalMinor === 0 ? "agreed" : outcome),
    );
  }
}

const outcomeOf = (state: string): "expired" | "cancelled" | "paid" =>
  state === "expired" || state === "cancelled" ? state : "paid";

/** The outline of an order while it loads. */
export const payOutline = html`<div class="order">
  <div class="skeleton"></div>
  <div class="skeleton"></div>
  <div class="skeleton"></div>
</div>`;
