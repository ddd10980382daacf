import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Site, type SignedIn } from "../base/contexts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { formatMinutes } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { LazyPanel, type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { needTag } from "../base/need.ts";
import { type Say, Texts } from "../base/texts.ts";
import { type BaseTexts } from "../base/base.texts.ts";
import { icon } from "../parts/icon.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { addressOf, webLink } from "../parts/person/address.ts";
import { namesOf } from "../parts/person/names.ts";
import { type Opened } from "../parts/opened/opened.ts";
import { type Person, topicsOf } from "../parts/person/person.ts";
import { type PersonTexts } from "../parts/person/person.texts.ts";
import { type PersonSafety } from "../parts/person-safety/person-safety.ts";
import { photo } from "../parts/person/photo.ts";
import { ratingOf } from "../parts/person/rating.ts";
import { profileOutline } from "./outline.ts";
import { personProfileTexts, type PersonProfileTexts } from "./person-profile.texts.ts";
import { profileStyles } from "./person-profile.styles.ts";
import { Reviews } from "./reviews.ts";

type Offer = Contract["scheduling"]["listOffers"]["output"]["items"][number];

/** What a profile needs of the widget. */
export interface PersonProfileParts {
  readonly client: () => Client;
  readonly site: () => Site | null;
  readonly member: () => SignedIn;
  readonly say: Say<BaseTexts & PersonTexts>;
  /** Who looks; undefined while nobody is signed in. Some people are not shown to them. */
  readonly memberId: () => string | undefined;
  /** Who is shown and what is booked; null while nobody is shown. */
  readonly opened: () => Opened | null;
  /** The person as the list knows them, to be shown while the newest is on its way. */
  readonly known: () => Person | undefined;
  readonly bookHref: () => string;
  /** Goes back to the list; null when there is none. */
  readonly back: (() => void) | null;
  readonly book: (offerId: string, event: Event) => void;
  readonly endBooking: () => void;
}

/** Everything there is to know about a person, what they offer, what others say, and booking in place. */
export class PersonProfile implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PersonProfileParts;
  readonly #texts: Texts<PersonProfileTexts>;
  readonly #person: Load<readonly [id: string, memberId: string | undefined], Person>;
  readonly #offers: Load<readonly [id: string], readonly Offer[]>;
  readonly #reviews: Reviews;
  readonly #safety: LazyPanel<PersonSafety>;

  constructor(host: PanelHost, parts: PersonProfileParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, personProfileTexts);
    const { client, opened, memberId } = parts;
    this.#person = new Load(host, {
      args: () => {
        const shown = idIn(opened());
        return shown && ([...shown, memberId()] as const);
      },
      load: ([id], options) => client().people.getPerson({ id }, options),
    });
    this.#offers = new Load(host, {
      args: () => (this.#has("booking") ? idIn(opened()) : null),
      load: async ([id], options) => (await client().scheduling.listOffers({ hostIds: [id] }, options)).items,
    });
    this.#reviews = new Reviews(host, {
      client,
      say: this.#texts.say,
      personId: () => (this.#has("reviews") ? (opened()?.personId ?? "") : ""),
    });
    this.#safety = new LazyPanel(host, async () => {
      const { PersonSafety } = await import("../parts/person-safety/person-safety.ts");
      return new PersonSafety(host, { client, say: parts.say });
    });
    wear(host, profileStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  get state(): WidgetState {
    if (this.#isGone) return "empty";
    return this.#shown && !this.#person.failure ? "ready" : this.#person.state;
  }

  /** Loads again what failed. */
  retry(): void {
    for (const load of [this.#person, this.#offers]) if (load.failure) load.reload();
    this.#reviews.retry();
  }

  /** Whether the site has a module in use; while the site is not known, the widget waits anyway. */
  #has(module: string): boolean {
    return this.#parts.site()?.modules.includes(module) ?? true;
  }

  get #isGone(): boolean {
    return this.#person.failure?.status === 404;
  }

  get #shown(): Person | undefined {
    return this.#person.value ?? this.#parts.known();
  }

  render(): TemplateResult {
    const { back, say } = this.#parts;
    return html`<article class="profile" part="person">
      ${
        back
          ? html`<button class="button quiet back" part="button" @click=${back}>
              ${icon("next")}${say("back")}
            </button>`
          : nothing
      }
      ${this.#body()}
    </article>`;
  }

  #body(): TemplateResult {
    const { failure, state } = this.#person;
    if (this.#isGone)
      return html`<div tabindex="-1" data-heading>${notice(this.#texts.say("notFound"))}</div>`;
    const trouble = failure
      ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure), () => this.retry())
      : nothing;
    const person = this.#shown;
    if (!person)
      return failure
        ? html`${trouble}`
        : html`${profileOutline}${state === "slow" ? notice(this.#parts.say("slow")) : nothing}`;
    const offerId = this.#parts.opened()?.offerId ?? null;
    return html`${trouble} ${this.#head(person, offerId)}
    ${offerId === null ? this.#sections(person) : this.#booking(person, offerId)}`;
  }

  #head(person: Person, offerId: string | null): TemplateResult {
    const { say, endBooking } = this.#parts;
    const { tag } = this.#host.locale;
    return html`<header class="head">
        <div class="who">
          ${photo(person)}
          <div>
            <h2 tabindex="-1" data-heading><bdi>${person.name}</bdi></h2>
            ${person.headline ? html`<p class="muted"><bdi>${person.headline}</bdi></p>` : nothing}
            ${ratingOf(person, { say, tag })}
            ${
              person.answerMinutes === null
                ? nothing
                : html`<p class="small muted">
                    ${this.#texts.say("answersWithin", { time: formatMinutes(tag, person.answerMinutes) })}
                  </p>`
            }
          </div>
        </div>
        ${
          offerId === null
            ? html`<div class="deeds">
                ${this.#bookButton("", say("book"), "primary book")} ${this.#safetyFor(person)?.menu(person)}
              </div>`
            : html`<button class="button" part="button" @click=${endBooking}>
                ${this.#texts.say("endBooking")}
              </button>`
        }
      </header>
      ${this.#safetyFor(person)?.outcome(person)}`;
  }

  /** Members block and report others; nobody themselves. */
  #safetyFor({ id }: Person): PersonSafety | null {
    const member = this.#parts.member();
    return member && member.id !== id ? this.#safety.panel : null;
  }

  /** A button, or a link where the page has an address for booking; nothing where nothing can be booked. */
  #bookButton(offerId: string, label: string, look: string, title = ""): TemplateResult | typeof nothing {
    if (!this.#has("booking") || this.#offers.value?.length === 0) return nothing;
    const { bookHref, book, opened } = this.#parts;
    const address = addressOf(bookHref(), opened()?.personId ?? "");
    const name = title ? this.#texts.say("bookOffer", { title }) : nothing;
    const click = (event: Event) => book(offerId, event);
    return address === null
      ? html`<button class="button ${look}" part="button" aria-label=${name} @click=${click}>
          ${label}
        </button>`
      : html`<a class="button ${look}" part="button" aria-label=${name} href=${address} @click=${click}
          >${label}</a
        >`;
  }

  #booking({ id }: Person, offerId: string): TemplateResult {
    needTag("tessera-booking");
    return html`<div class="booking">
      <h3 class="hush" tabindex="-1" data-heading>${this.#parts.say("book")}</h3>
      ${
        offerId
          ? html`<tessera-booking offer=${offerId}></tessera-booking>`
          : html`<tessera-booking host=${id}></tessera-booking>`
      }
    </div>`;
  }

  #sections(person: Person): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const links = linksOf(person);
    return html`<div class="columns">
      <div class="side">
        ${this.#has("booking") ? section(say("sessions"), this.#sessions()) : nothing}
        ${
          person.languages.length > 0
            ? section(
                this.#parts.say("languages"),
                html`<p>${namesOf(tag, "language", person.languages)}</p>`,
              )
            : nothing
        }
        ${
          person.countries.length > 0
            ? section(say("countries"), html`<p>${namesOf(tag, "region", person.countries)}</p>`)
            : nothing
        }
        ${links.length > 0 ? section(say("links"), this.#links(links)) : nothing}
      </div>
      <div class="main">
        ${person.bio ? section(say("about"), html`<p class="bio"><bdi>${person.bio}</bdi></p>`) : nothing}
        ${person.expertise.length > 0 ? section(say("topics"), topicsOf(person)) : nothing}
        ${this.#has("reviews") ? section(say("reviews"), this.#reviews.render()) : nothing}
      </div>
    </div>`;
  }

  #sessions(): TemplateResult {
    const { value, failure } = this.#offers;
    if (failure)
      return failureNotice(failure, this.#parts.say, this.#host.sentence(failure), () => this.retry());
    if (!value) return html`<div class="skeleton offer"></div>`;
    if (value.length === 0) return html`<p class="muted">${this.#texts.say("noSessions")}</p>`;
    return html`<ul class="offers">
      ${value.map((offer) => this.#offer(offer))}
    </ul>`;
  }

  #offer({ id, title, minutes, price: { amountMinor, currency } }: Offer): TemplateResult {
    const { tag } = this.#host.locale;
    const price = amountMinor === 0 ? this.#parts.say("free") : formatMoney(tag, amountMinor, currency);
    return html`<li class="offer">
      <div>
        <p class="title"><bdi>${title}</bdi></p>
        <p class="small muted">${formatMinutes(tag, minutes)} · ${price}</p>
      </div>
      ${this.#bookButton(id, this.#texts.say("bookShort"), "", title)}
    </li>`;
  }

  #links(links: readonly (readonly [network: string, url: URL])[]): TemplateResult {
    return html`<ul class="links">
      ${links.map(([network, { href, host }]) => {
        const name = network === "website" ? this.#texts.say("website") : titled(network);
        return html`<li>
          <a
            href=${href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            title=${host}
            aria-label=${this.#texts.say("opensNewTab", { name })}
            >${name}</a
          >
        </li>`;
      })}
    </ul>`;
  }
}

const idIn = (opened: Opened | null): readonly [string] | null => (opened ? [opened.personId] : null);

const section = (title: string, content: TemplateResult | typeof nothing): TemplateResult =>
  html`<section class="part">
    <h3>${title}</h3>
    ${content}
  </section>`;

/** The links of a person that lead to web pages. */
const linksOf = ({ socials }: Person): (readonly [network: string, url: URL])[] =>
  Object.entries(socials).flatMap(([network, link]) => {
    const url = webLink(link);
    return url ? [[network, url] as const] : [];
  });

/** Networks write their names each in their own way; what is not known begins with a capital letter. */
const titled = (network: string): string =>
  brands[network] ?? network.charAt(0).toUpperCase() + network.slice(1);

const brands: Readonly<Partial<Record<string, string>>> = {
  linkedin: "LinkedIn",
  github: "GitHub",
  youtube: "YouTube",
  tiktok: "TikTok",
  wechat: "WeChat",
  x: "X",
};
