import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { formatMinutes } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { styles } from "./specimen.styles.ts";
import { specimenTexts, type SpecimenTexts } from "./specimen.texts.ts";

type Offer = Contract["scheduling"]["listOffers"]["output"]["items"][number];

/**
 * @summary Lists the sessions the site offers, and tells the page which one the visitor chose.
 *
 * @event {BeforeSpecimenChooseEvent} tessera-before-specimen-choose - The visitor is about to choose a session. Cancel it to stop.
 * @event {SpecimenChosenEvent} tessera-specimen-chosen - The visitor chose a session.
 *
 * @csspart list - The sessions.
 * @csspart button - A button.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of what is chosen; the site's brand colour unless set.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 */
export class TesseraSpecimen extends TesseraElement {
  static override styles = styles;

  /** The id of the host whose sessions are listed; everybody's unless set. */
  @property() host = "";

  @consume(clientContext) private client!: Client;

  @state() private chosen: Offer | null = null;

  protected readonly module = "booking";
  protected readonly texts = new Texts<BaseTexts & SpecimenTexts>(this, baseTexts, specimenTexts);

  private readonly offers = new Load(this, {
    args: () => (this.client ? ([this.host] as const) : null),
    load: ([host], options) =>
      this.client.scheduling.listOffers(host === "" ? {} : { hostIds: [host] }, options),
  });

  get state(): WidgetState {
    const { value, failure, state: loadState } = this.offers;
    if (failure || !value) return loadState;
    if (value.items.length === 0) return "empty";
    return this.chosen ? "done" : "ready";
  }

  protected retry(): void {
    this.offers.reload();
  }

  private choose(offer: Offer): void {
    if (!emit(this, "tessera-before-specimen-choose", { offerId: offer.id })) return;
    this.chosen = offer;
    emit(this, "tessera-specimen-chosen", { offerId: offer.id });
    this.announce(this.texts.say("chosen", { title: offer.title }));
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    const { value, failure } = this.offers;
    if (!value) return failure ? this.failed(failure) : this.skeleton();
    if (value.items.length === 0) return notice(say("nothing"));
    return html`${failure ? this.failed(failure) : nothing}
      <h2 class="hush">${say("title")}</h2>
      <ul class="list" part="list">
        ${value.items.map((offer) => this.row(offer))}
      </ul>`;
  }

  private row(offer: Offer): TemplateResult {
    const { tag } = this.locale;
    const { title, minutes, price } = offer;
    return html`<li>
      <p>
        <bdi>${title}</bdi>
        <span class="small muted"
          >${formatMinutes(tag, minutes)} · ${formatMoney(tag, price.amountMinor, price.currency)}</span
        >
      </p>
      <button
        class="button"
        part="button"
        aria-pressed=${this.chosen?.id === offer.id}
        aria-label=${this.texts.say("chooseThis", { title })}
        @click=${() => this.choose(offer)}
      >
        ${this.texts.say("choose")}
      </button>
    </li>`;
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="list">
      <div class="skeleton"></div>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`;
  }
}

define("tessera-specimen", TesseraSpecimen);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-specimen": TesseraSpecimen;
  }
}
