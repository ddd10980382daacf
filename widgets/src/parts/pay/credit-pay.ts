import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { baseTexts, type BaseTexts } from "../../base/base.texts.ts";
import { emit } from "../../base/events.ts";
import { formatMoney } from "../../base/money.ts";
import { type PanelHost } from "../../base/lazy.ts";
import { Load } from "../../base/load.ts";
import { Texts } from "../../base/texts.ts";
import { failureNotice } from "../notice.ts";
import { creditPayTexts, type CreditPayTexts } from "./credit-pay.texts.ts";
import { PayOrder, type PayParts } from "./pay-order.ts";

/** Pays an order that costs credits with those reserved for it, on this page; any other as `PayOrder` does. */
export class CreditPay extends PayOrder {
  readonly #host: PanelHost;
  readonly #parts: PayParts;
  readonly #texts: Texts<BaseTexts & CreditPayTexts>;
  readonly #left: Load<readonly [orderId: string], number>;
  readonly #spending: Action<[], void>;
  #waits = "";

  constructor(host: PanelHost, parts: PayParts) {
    super(host, parts);
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, baseTexts, creditPayTexts);
    this.#left = new Load(host, {
      args: () => (this.#waits ? ([this.#waits] as const) : null),
      load: async (_, options) =>
        (await parts.page().client.money.getWallet({}, options)).balances.find(
          ({ unit }) => unit === "credits",
        )?.available ?? 0,
    });
    this.#spending = new Action(host, () => this.#spend());
  }

  override get ready(): boolean {
    return super.ready && this.#texts.ready;
  }

  async #spend(): Promise<void> {
    const id = this.#parts.order();
    if (!emit(this.#host, "tessera-before-order-pay", { orderId: id })) return;
    await this.#parts.page().client.orders.spendCredits({ id });
    this.retry();
  }

  protected override open(order: Parameters<PayOrder["open"]>[0]): TemplateResult {
    if (order.currency !== "credits") return super.open(order);
    if (this.#waits !== order.id) {
      this.#waits = order.id;
      this.#host.requestUpdate();
    }
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const { failure, busy } = this.#spending;
    const left = this.#left.value;
    return html`${failure ? failureNotice(failure, say, this.#host.sentence(failure)) : nothing}
      <button
        class="button primary pay"
        part="button"
        aria-busy=${busy}
        @click=${() => void this.#spending.run()}
      >
        ${say("spend", { amount: formatMoney(tag, order.totalMinor, order.currency) })}
      </button>
      <p class="small muted">
        ${say("held")}
        ${left === undefined ? nothing : say("left", { amount: formatMoney(tag, left, order.currency) })}
      </p>`;
  }
}
