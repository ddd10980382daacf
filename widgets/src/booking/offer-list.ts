import { css, html, type TemplateResult } from "lit";
import { formatMinutes } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { type BookingTexts } from "./booking.texts.ts";
import { type Offer } from "./journey.ts";
import { priceOf } from "./price.ts";

/** What the list needs. */
export interface OfferList {
  readonly offers: readonly Offer[];
  /** The BCP 47 tag of the language. */
  readonly tag: string;
  readonly say: Say<BookingTexts>;
  readonly choose: (id: string) => void;
}

/** The offers of a host who has several, of which the visitor chooses one. */
export const offerList = ({ offers, tag, say, choose }: OfferList): TemplateResult =>
  html`<div class="card bare" part="card">
    <section class="step choice" part="step">
      <h2 tabindex="-1" data-heading>${say("chooseOffer")}</h2>
      <ul class="offers">
        ${offers.map(
          ({ id, title, minutes, price }) =>
            html`<li>
              <button class="button offer" part="button" @click=${() => choose(id)}>
                <bdi>${title}</bdi>
                <span class="muted small">${formatMinutes(tag, minutes)} · ${priceOf(price, tag, say)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>
  </div>`;

export const offerListStyles = css`
  /* It keeps the room of the calendar that follows, which would look empty within a frame. */
  .bare {
    background: none;
    border-color: transparent;
    box-shadow: none;
  }
  .choice {
    grid-column: 1 / -1;
    inline-size: min(36rem, 100%);
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
