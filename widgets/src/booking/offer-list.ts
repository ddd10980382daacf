import { css, html, type TemplateResult } from "lit";
import { formatMinutes } from "../base/format.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { type Say, Texts } from "../base/texts.ts";
import { type BookingTexts } from "./booking.texts.ts";
import { type Offer } from "./journey.ts";
import { offerListTexts, type OfferListTexts } from "./offer-list.texts.ts";
import { priceOf } from "./price.ts";

/** The offers of a host who has several, of which the visitor chooses one. */
export class OfferList implements Panel {
  readonly #host: PanelHost;
  readonly #texts: Texts<OfferListTexts>;
  readonly #say: Say<BookingTexts>;
  readonly #choose: (id: string) => void;

  constructor(host: PanelHost, say: Say<BookingTexts>, choose: (id: string) => void) {
    this.#host = host;
    this.#texts = new Texts(host, offerListTexts);
    this.#say = say;
    this.#choose = choose;
    wear(host, styles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(offers: readonly Offer[]): TemplateResult {
    return html`<div class="card" part="card">
      <section class="step choice" part="step">
        <h2 tabindex="-1" data-heading>${this.#texts.say("chooseOffer")}</h2>
        <ul class="offers">
          ${offers.map((offer) => this.#offer(offer))}
        </ul>
      </section>
    </div>`;
  }

  #offer({ id, title, minutes, price }: Offer): TemplateResult {
    const { tag } = this.#host.locale;
    return html`<li>
      <button class="button offer" part="button" @click=${() => this.#choose(id)}>
        <bdi>${title}</bdi>
        <span class="muted small">${formatMinutes(tag, minutes)} · ${priceOf(price, tag, this.#say)}</span>
      </button>
    </li>`;
  }
}

const styles = css`
  .step:only-child {
    grid-column: 1 / -1;
    inline-size: min(36rem, 100%);
  }
  .choice {
    grid-column: 1 / -1;
  }
  .offers {
    display: grid;
    max-width: 34em;
    gap: 8px;
  }
  .offer {
    width: 100%;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    text-align: start;
    padding-block: 14px;
  }
  .offer span {
    font-weight: 400;
  }
`;
