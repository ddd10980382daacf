import { html, nothing, type TemplateResult } from "lit";
import { formatDate, formatMinutes, formatTimes } from "../base/format.ts";
import { type Locale } from "../base/locale.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { initialsOf } from "../parts/person/initials.ts";
import { type BookingTexts } from "./booking.texts.ts";
import { type Offer } from "./journey.ts";
import { priceOf } from "./price.ts";

/** What the summary tells. */
export interface Summary {
  readonly offer: Offer;
  readonly locale: Locale;
  readonly say: Say<BookingTexts>;
  /** The time chosen, in milliseconds; null before. */
  readonly startsAt: number | null;
  readonly timeZone: string;
  /** The time-zone field, while times are chosen. */
  readonly zone: TemplateResult | typeof nothing;
}

/** What is booked, with whom, how long, for how much and, once chosen, when. */
export function summary({ offer, locale: { tag }, say, startsAt, timeZone, zone }: Summary): TemplateResult {
  const end = (startsAt ?? 0) + offer.minutes * 60_000;
  return html`<header class="summary" part="summary">
    ${offer.host ? hostLine(offer.host) : nothing}
    <h2><bdi>${offer.title}</bdi></h2>
    <ul class="facts muted">
      <li>${icon("clock")}${formatMinutes(tag, offer.minutes)}</li>
      <li>${icon("price")}${priceOf(offer.price, tag, say)}</li>
      ${
        startsAt === null
          ? nothing
          : html`<li class="when">
              ${icon("calendar")}<span
                >${formatDate(tag, startsAt, timeZone)}<br />${formatTimes(tag, startsAt, end, timeZone)}</span
              >
            </li>`
      }
      <li>
        ${icon("globe")}${zone === nothing ? html`<span>${timeZone.replaceAll("_", " ")}</span>` : zone}
      </li>
    </ul>
    ${
      startsAt === null && offer.description
        ? html`<p class="about muted"><bdi>${offer.description}</bdi></p>`
        : nothing
    }
  </header>`;
}

function hostLine({ name, photoUrl }: NonNullable<Offer["host"]>): TemplateResult {
  const photo = photoUrl?.replace("320.webp", "96.webp");
  return html`<div class="who">
    ${
      photo
        ? html`<img class="avatar" src=${photo} alt="" width="40" height="40" />`
        : html`<span class="avatar" aria-hidden="true">${initialsOf(name)}</span>`
    }
    <p class="muted"><bdi>${name}</bdi></p>
  </div>`;
}
