import { type TemplateResult } from "lit";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { type Page, pageContext } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { property } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { notice } from "../parts/notice.ts";
import { CreditPay } from "../parts/pay/credit-pay.ts";
import { payOutline } from "../parts/pay/pay-order.ts";
import { styles } from "./checkout.styles.ts";
import { checkoutTexts, type CheckoutTexts } from "./checkout.texts.ts";

/**
 * @summary Shows an order and pays it: with credits where it costs those, else on the gateway's own page or by a code to scan; where the
 * site has several ways to pay, the visitor chooses.
 *
 * @event {BeforeOrderPayEvent} tessera-before-order-pay - The visitor is about to leave for the pay page. Cancel it to stop.
 * @event {OrderPaidEvent} tessera-order-paid - The order is paid, or costs nothing and is agreed.
 * @event {OrderExpiredEvent} tessera-order-expired - The order was not paid in time.
 *
 * @csspart lines - What is paid for.
 * @csspart button - A button.
 * @csspart code - A code to scan with a phone.
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

  @consume(pageContext) private page!: Page;

  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & CheckoutTexts>(this, baseTexts, checkoutTexts);

  private readonly paying = new CreditPay(this, { page: () => this.page, order: () => this.order });

  get state(): WidgetState {
    if (!this.order) return "empty";
    return this.paying.ready ? this.paying.state : "loading";
  }

  protected retry(): void {
    this.paying.retry();
  }

  protected override content(): TemplateResult {
    return this.order ? this.paying.render() : notice(this.texts.say("nothing"));
  }

  protected override skeleton(): TemplateResult {
    return payOutline;
  }
}

define("tessera-checkout", TesseraCheckout);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-checkout": TesseraCheckout;
  }
}
