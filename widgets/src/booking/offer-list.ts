import { html, type TemplateResult } from "lit";
import { formatMinutes, formatMoney } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { type BookingTexts } from "./booking.texts.ts";
import { type Offer } from "./journey.ts";

/** What a host offers. */
export interface OfferList {
  readonly offers: readonly Offer[];
  readonly tag: string;
  readonly say: Say<BookingTexts>;
  readonly choose: (id: string) => void;
}

/** The offers of a host, of which the visitor chooses one. */
export function offerList({ offers, tag, say, choose }: OfferList): TemplateResult {
  return html`<div class="card" part="card">
    <section class="step" part="step">
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
}

/** A price as people write it; free of charge when it is nothing. */
export const priceOf = (
  { amountMinor, currency }: Offer["price"],
  tag: string,
  say: Say<BookingTexts>,
): string => (amountMinor === 0 ? say("free") : formatMoney(tag, amountMinor, currency));
