import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, svg, type ReactiveController, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { baseTexts, type BaseTexts } from "../../base/base.texts.ts";
import { type Page } from "../../base/contexts.ts";
import { emit } from "../../base/events.ts";
import { formatMoney } from "../../base/money.ts";
import { type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { returnUrl } from "../../base/leave.ts";
import { Texts } from "../../base/texts.ts";
import { failureNotice, notice } from "../notice.ts";
import { payChoiceStyles } from "./pay-choice.styles.ts";
import { payChoiceTexts, type PayChoiceTexts } from "./pay-choice.texts.ts";

type Order = Pick<
  Contract["orders"]["redeemReturn"]["output"]["order"],
  "id" | "gateways" | "totalMinor" | "currency"
>;
type Paying = Contract["orders"]["payOrder"]["output"];

// A payer holds the phone in one hand and looks at the page: it should follow at once.
const checkEveryMs = 2_500;

/**
 * What only some payers see: the choice of how to pay where a site has several ways, the code that is scanned with a phone, and
 * what is said when a payment takes long or failed.
 */
export class PayChoice implements Panel, ReactiveController {
  readonly #host: PanelHost;
  readonly #page: () => Page;
  readonly #look: () => void;
  readonly #texts: Texts<BaseTexts & PayChoiceTexts>;
  readonly #paying: Action<[order: Order, gateway: string], void>;
  #chosen = "";
  #shown: (Paying & { readonly orderId: string }) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `look` is called when the order may have changed. */
  constructor(host: PanelHost, page: () => Page, look: () => void) {
    this.#host = host;
    this.#page = page;
    this.#look = look;
    this.#texts = new Texts(host, baseTexts, payChoiceTexts);
    this.#paying = new Action(host, (order, gateway) => this.#pay(order, gateway));
    host.addController(this);
    wear(host, payChoiceStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** A sentence about paying. */
  say(sentence: "checkingLong" | "notPaid"): string {
    return this.#texts.say(sentence);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostConnected(): void {
    if (this.#shown) this.#follow();
  }

  async #pay({ id }: Order, gateway: string): Promise<void> {
    if (!emit(this.#host, "tessera-before-order-pay", { orderId: id })) return;
    const paying = await this.#page().client.orders.payOrder({ id, returnUrl: returnUrl(), gateway });
    if (paying.code) {
      this.#shown = { ...paying, orderId: id };
      this.#follow();
      this.#host.announce(this.#texts.say("scan"));
      await this.#host.focusOn(".code");
      return;
    }
    location.assign(paying.url);
    // The page stays on screen until the pay page is there: the button must not look ready again.
    await new Promise<void>((resolve) => addEventListener("pageshow", () => resolve(), { once: true }));
  }

  /** Asks how the payment stands while its code is on screen and until it ends. */
  #follow(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), checkEveryMs);
  }

  async #check(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const { client } = this.#page();
    const seen = await client.money.verifyPayment({ id: shown.paymentId }).catch(() => null);
    if (this.#shown !== shown) return;
    // What the gateway says reaches the order a moment later; until then it is looked at again.
    if (seen && seen.status !== "pending" && seen.status !== "failed") this.#look();
    if (!this.#isOver(shown)) this.#follow();
    this.#host.requestUpdate();
  }

  #isOver({ expiresAt }: Paying): boolean {
    return this.#page().now() >= Date.parse(expiresAt);
  }

  #back(): void {
    this.#shown = null;
    clearTimeout(this.#timer);
    this.#host.requestUpdate();
    void this.#host.focusOn(".ways input:checked");
  }

  render(order: Order): TemplateResult {
    const shown = this.#shown;
    return shown?.code && shown.orderId === order.id
      ? this.#code(order, shown, shown.code)
      : this.#ways(order, order.gateways ?? []);
  }

  #ways(order: Order, gateways: readonly string[]): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const chosen = gateways.includes(this.#chosen) ? this.#chosen : (gateways[0] ?? "");
    const { failure } = this.#paying;
    const amount = formatMoney(tag, order.totalMinor, order.currency);
    return html`<fieldset class="ways">
        <legend>${say("choose")}</legend>
        ${gateways.map(
          (gateway) =>
            html`<label
              ><input
                type="radio"
                name="way"
                .value=${gateway}
                .checked=${gateway === chosen}
                @change=${() => {
                  this.#chosen = gateway;
                  this.#host.requestUpdate();
                }}
              /><bdi>${this.#nameOf(gateway)}</bdi></label
            >`,
        )}
      </fieldset>
      ${failure ? failureNotice(failure, say, this.#host.sentence(failure)) : nothing}
      <button
        class="button primary pay"
        part="button"
        aria-busy=${this.#paying.busy}
        @click=${() => void this.#paying.run(order, chosen)}
      >
        ${say("payBy", { amount, way: this.#nameOf(chosen) })}
      </button>`;
  }

  #nameOf(gateway: string): string {
    const { say } = this.#texts;
    switch (gateway) {
      case "alipay":
      case "wechat_pay":
      case "stripe":
        return say(gateway);
      case "paypal":
        return "PayPal";
      default:
        return gateway;
    }
  }

  #code(order: Order, paying: Paying, { size, path }: NonNullable<Paying["code"]>): TemplateResult {
    const { say } = this.#texts;
    const isOver = this.#isOver(paying);
    const again = () => void this.#paying.run(order, "wechat_pay");
    const { failure } = this.#paying;
    return html`<div class="code" tabindex="-1" role="group" aria-label=${say("scan")}>
      ${
        isOver
          ? html`<div role="status">${notice(say("codeOver"))}</div>
              ${failure ? failureNotice(failure, say, this.#host.sentence(failure)) : nothing}
              <button class="button primary" part="button" aria-busy=${this.#paying.busy} @click=${again}>
                ${say("newCode")}
              </button>`
          : html`<svg part="code" viewBox="0 0 ${size} ${size}" role="img" aria-label=${say("codeName")}>
                ${svg`<path d=${path}></path>`}
              </svg>
              <p>${say("scan")}</p>
              <p class="small muted" role="status">${say("waiting")}</p>`
      }
      ${
        (order.gateways?.length ?? 0) > 1
          ? html`<button class="button" part="button" @click=${() => this.#back()}>
              ${say("otherWay")}
            </button>`
          : nothing
      }
    </div>`;
  }
}
