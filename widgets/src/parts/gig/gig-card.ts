import { html, nothing, type TemplateResult } from "lit";
import { type Say } from "../../base/texts.ts";
import { cover } from "./cover.ts";
import { formatDays, type GigCard, priceFrom, wordsIn } from "./gig-names.ts";
import { icon } from "../icon.ts";
import { addressOf } from "../person/address.ts";
import { type PersonTexts } from "../person/person.texts.ts";
import { photo } from "../person/photo.ts";
import { ratingOf } from "../person/rating.ts";

/** What drawing a gig in a list needs of the widget. */
export interface CardParts {
  readonly say: Say<PersonTexts & { readonly delivery: string }>;
  /** The reader's language tag. */
  readonly tag: string;
  /** The page's own address of a gig; empty where the widget shows it itself. */
  readonly href: string;
  /** Somebody wants to see the gig. The event is that of a link when there is an address. */
  readonly open: (gigId: string, event: Event) => void;
}

/** A gig in a list: its picture, its title that leads to it, its seller, price and time. */
export function gigCard(gig: GigCard, parts: CardParts): TemplateResult {
  const { id, title, seller, deliveryDays } = gig;
  const { say, tag, href, open } = parts;
  const address = addressOf(href, id);
  const click = (event: Event) => open(id, event);
  const name = html`<bdi>${title}</bdi>`;
  return html`<li class="card" part="gig" data-gig=${id}>
    ${cover(gig)}
    <div class="told">
      <h3 class="name">
        ${
          address === null
            ? html`<button part="name" @click=${click}>${name}</button>`
            : html`<a part="name" href=${address} @click=${click}>${name}</a>`
        }
      </h3>
      <div class="by small">
        ${photo(seller)}
        <span class="who">
          <bdi>${seller.name}</bdi>${
            seller.level
              ? html`<bdi class="level" part="level">${wordsIn(seller.level.labels, tag)}</bdi>`
              : nothing
          }
        </span>
        ${ratingOf(seller, { say, tag })}
      </div>
      <p class="terms">
        <b>${priceFrom(gig, { say, tag })}</b>
        <span class="small muted"
          >${icon("clock")}<span class="hush">${say("delivery")}</span>${
            deliveryDays === null ? "" : formatDays(tag, deliveryDays)
          }</span
        >
      </p>
    </div>
  </li>`;
}
