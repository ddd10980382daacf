import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { numberFormat } from "../base/format.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { type Gig, wordsIn } from "../parts/gig/gig-names.ts";
import { formatRating } from "../parts/person/rating.ts";
import { ReviewDeeds } from "../parts/reviews/review-deeds.ts";
import { reviewItem } from "../parts/reviews/review-item.ts";
import { reviewsStyles } from "../parts/reviews/reviews.styles.ts";
import { reviewsTexts, type ReviewsTexts } from "../parts/reviews/reviews.texts.ts";
import { gigTexts, type GigTexts } from "./gig.texts.ts";

type Page = Contract["reviews"]["listReviews"]["output"];
type Dimensions = Contract["reviews"]["listDimensions"]["output"]["items"];

/** What the reviews of a gig need of the widget. */
export interface GigReviewsParts {
  readonly client: () => Client;
  readonly gig: () => Gig | undefined;
  /** The id of the member; undefined for a stranger. */
  readonly memberId: () => string | undefined;
}

const pageLength = 5;

/** What buyers say of a gig: how it adds up, and the newest reviews with their replies and the way to older ones. */
export class GigReviews implements Panel {
  readonly #host: PanelHost;
  readonly #parts: GigReviewsParts;
  readonly #texts: Texts<BaseTexts & GigTexts & ReviewsTexts>;
  readonly #page: Load<readonly [id: string], Page>;
  readonly #dimensions: Load<readonly [], Dimensions>;
  readonly #more: Action<[], void>;
  readonly #deeds: ReviewDeeds;

  constructor(host: PanelHost, parts: GigReviewsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, baseTexts, gigTexts, reviewsTexts);
    this.#page = new Load(host, {
      args: () => {
        const gig = parts.gig();
        return gig ? ([gig.id] as const) : null;
      },
      load: ([gigId], options) => parts.client().reviews.listReviews({ gigId, limit: pageLength }, options),
    });
    this.#dimensions = new Load(host, {
      args: () => ((this.#page.value?.dimensions.length ?? 0) > 0 ? ([] as const) : null),
      load: async (_, options) =>
        (await parts.client().reviews.listDimensions({ context: "gig" }, options)).items,
    });
    this.#more = new Action(host, () => this.#loadMore());
    this.#deeds = new ReviewDeeds(host, {
      client: parts.client,
      say: this.#texts.say,
      changed: () => this.#page.reload(),
    });
    wear(host, reviewsStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  async #loadMore(): Promise<void> {
    const { value, args } = this.#page;
    if (!value?.nextCursor || !args) return;
    const [gigId] = args;
    const asked = { gigId, limit: pageLength, cursor: value.nextCursor };
    const next = await this.#parts.client().reviews.listReviews(asked);
    if (this.#page.value !== value) return;
    this.#page.value = { ...next, items: [...value.items, ...next.items] };
  }

  render(gig: Gig): TemplateResult {
    const { say } = this.#texts;
    const { value, failure } = this.#page;
    // What buyers say is an addition: without it the gig is still whole.
    if (failure && !value) return html`<p class="muted">${this.#host.sentence(failure)}</p>`;
    if (!value) return html`<div class="skeleton text"></div>`;
    const { items, nextCursor, rating } = value;
    if (items.length === 0) return html`<p class="muted">${say("noReviews")}</p>`;
    const isOwn = this.#parts.memberId() === gig.seller.id;
    const isMember = this.#parts.memberId() !== undefined;
    return html`<div class="adds-up">${this.#distribution(rating)} ${this.#averages(value)}</div>
      <ul class="reviews">
        ${items.map(
          (review) =>
            html`<li>
              ${reviewItem(review, {
                say,
                tag: this.#host.locale.tag,
                replier: isOwn ? "" : gig.seller.name,
                actions: isOwn ? this.#deeds.reply(review) : isMember ? this.#deeds.report(review) : nothing,
              })}
            </li>`,
        )}
      </ul>
      ${this.#deeds.dialog()}
      ${this.#more.failure ? html`<p class="wrong" role="alert">${this.#host.sentence(this.#more.failure)}</p>` : nothing}
      ${
        nextCursor
          ? html`<button
              class="button more-reviews"
              part="button"
              aria-busy=${this.#more.busy}
              @click=${() => void this.#more.run()}
            >
              ${say("moreReviews")}
            </button>`
          : nothing
      }`;
  }

  #distribution({ count, distribution }: Page["rating"]): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    return html`<dl class="bars stars small" aria-label=${say("distribution")}>
      ${distribution
        .map((given, at) => {
          const written = numberFormat(tag).format(given);
          return html`<div>
            <dt>${say("starCount", { count: at + 1 })}</dt>
            <dd>${bar((given * 100) / count)}<span>${written}</span></dd>
          </div>`;
        })
        .toReversed()}
    </dl>`;
  }

  /** By each dimension that has a word: those the site has dropped have none. */
  #averages({ dimensions }: Page): TemplateResult | typeof nothing {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const rows = (this.#dimensions.value ?? []).flatMap(({ name, labels }) => {
      const known = dimensions.find(({ context, dimension }) => context === "gig" && dimension === name);
      if (!known) return [];
      const written = formatRating(tag, known.average);
      return [
        html`<div>
          <dt><bdi>${wordsIn(labels, tag)}</bdi></dt>
          <dd>
            ${bar(known.average * 20)}<span
              ><span aria-hidden="true">${written}</span
              ><span class="hush">${say("ofFive", { rating: written })}</span></span
            >
          </dd>
        </div>`,
      ];
    });
    return rows.length === 0 ? nothing : html`<dl class="bars small">${rows}</dl>`;
  }
}

const bar = (percent: number): TemplateResult =>
  html`<svg class="bar-of" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="6"></rect>
    <rect class="full" width=${percent} height="6"></rect>
  </svg>`;
