import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { formatMoney } from "../../base/money.ts";
import { type Say } from "../../base/texts.ts";
import { icon } from "../icon.ts";
import { namesOf } from "./names.ts";
import { photo } from "./photo.ts";
import { type PersonTexts } from "./person.texts.ts";
import { ratingOf } from "./rating.ts";

/** A person as everybody may see them. */
export type Person = Contract["people"]["getPerson"]["output"];

/** What drawing a person needs of the widget. */
export interface PersonParts {
  readonly say: Say<PersonTexts>;
  /** The reader's language tag. */
  readonly tag: string;
  /** The page's own address of the person; null where the widget shows the person itself. */
  readonly href: string | null;
  /** Somebody wants to see the person. The event is that of a link when there is an address. */
  readonly open: (person: Person, event: Event) => void;
}

/** The lowest price somebody works for; null without an offer. */
function priceFrom({ fromPrice }: Person, { say, tag }: Pick<PersonParts, "say" | "tag">): string | null {
  if (fromPrice === null) return null;
  const { amountMinor, currency } = fromPrice;
  return amountMinor === 0
    ? say("free")
    : say("priceFrom", { price: formatMoney(tag, amountMinor, currency) });
}

/** Photo, name, headline and rating; the name leads to the person. */
export function personHead(person: Person, parts: PersonParts): TemplateResult {
  const { id, name, headline } = person;
  const { href, open } = parts;
  const click = (event: Event) => open(person, event);
  return html`<header class="who">
    ${photo(person)}
    <div>
      <h3 id=${`name-${id}`} class="name">
        ${
          href === null
            ? html`<button part="name" @click=${click}><bdi>${name}</bdi></button>`
            : html`<a part="name" href=${href} @click=${click}><bdi>${name}</bdi></a>`
        }
      </h3>
      ${headline ? html`<p class="headline muted"><bdi>${headline}</bdi></p>` : nothing}
      ${ratingOf(person, parts)}
    </div>
  </header>`;
}

/** The languages somebody works in, named in the reader's, and the lowest price. */
export function personFacts(person: Person, parts: Pick<PersonParts, "say" | "tag">): TemplateResult {
  const price = priceFrom(person, parts);
  const { say, tag } = parts;
  return html`<dl class="person-facts">
    ${person.languages.length > 0 ? fact("globe", say("languages"), namesOf(tag, "language", person.languages)) : nothing}
    ${price === null ? nothing : fact("price", say("price"), price)}
  </dl>`;
}

const fact = (drawing: "globe" | "price", label: string, value: string): TemplateResult =>
  html`<div>
    <dt>${icon(drawing)}<span class="hush">${label}</span></dt>
    <dd>${value}</dd>
  </div>`;

/** What somebody knows about, as chips; `most` of them. */
export const topicsOf = ({ expertise }: Person, most = expertise.length): TemplateResult | typeof nothing =>
  expertise.length === 0
    ? nothing
    : html`<ul class="topics">
        ${expertise.slice(0, most).map((topic) => html`<li part="topic"><bdi>${topic}</bdi></li>`)}
      </ul>`;
