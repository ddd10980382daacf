import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { dateFormat } from "../base/format.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type Say } from "../base/texts.ts";
import { formatRating } from "../parts/person/rating.ts";
import { type PersonProfileTexts } from "./person-profile.texts.ts";

type Page = Contract["reviews"]["listReviews"]["output"];

/** What the reviews of a person need of the profile. */
export interface ReviewsParts {
  readonly client: () => Client;
  readonly say: Say<PersonProfileTexts>;
  /** Empty while nobody is shown. */
  readonly personId: () => string;
}

const dimensions = ["knowledge", "communication", "professionalism"] as const;
const pageLength = 5;

/** What others say of a person: the average of each rating, and the newest reviews with the way to older ones. */
export class Reviews {
  readonly #host: PanelHost;
  readonly #parts: ReviewsParts;
  readonly #page: Load<readonly [id: string], Page>;
  readonly #more: Action<[], void>;

  constructor(host: PanelHost, parts: ReviewsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#page = new Load(host, {
      args: () => {
        const id = parts.personId();
        return id ? ([id] as const) : null;
      },
      load: ([personId], options) =>
        parts.client().reviews.listReviews({ personId, limit: pageLength }, options),
    });
    this.#more = new Action(host, () => this.#loadMore());
  }

  /** Loads again what failed. */
  retry(): void {
    if (this.#page.failure) this.#page.reload();
  }

  async #loadMore(): Promise<void> {
    const { value, args } = this.#page;
    if (!value?.nextCursor || !args) return;
    const [personId] = args;
    const { client } = this.#parts;
    const next = await client().reviews.listReviews({
      personId,
      limit: pageLength,
      cursor: value.nextCursor,
    });
    if (this.#page.value !== value) return;
    this.#page.value = { ...next, items: [...value.items, ...next.items] };
  }

  render(): TemplateResult {
    const { say } = this.#parts;
    const { value, failure } = this.#page;
    // What others say is an addition: without it the profile is still whole.
    if (failure && !value) return html`<p class="muted">${this.#host.sentence(failure)}</p>`;
    if (!value) return html`<div class="skeleton text"></div>`;
    const { averages, items, nextCursor } = value;
    if (items.length === 0) return html`<p class="muted">${say("noReviews")}</p>`;
    return html`${averages ? this.#averages(averages) : nothing}
      <ul class="reviews">
        ${items.map((review) => this.#review(review))}
      </ul>
      ${this.#more.failure ? html`<p class="wrong" role="alert">${this.#host.sentence(this.#more.failure)}</p>` : nothing}
      ${
        nextCursor
          ? html`<button
              class="button"
              part="button"
              aria-busy=${this.#more.busy}
              @click=${() => void this.#more.run()}
            >
              ${say("moreReviews")}
            </button>`
          : nothing
      }`;
  }

  #averages(averages: NonNullable<Page["averages"]>): TemplateResult {
    const { say } = this.#parts;
    return html`<dl class="averages">
      ${dimensions.map((dimension) => {
        const rating = averages[dimension];
        const written = formatRating(this.#host.locale.tag, rating);
        return html`<div>
          <dt>${say(dimension)}</dt>
          <dd>
            <svg class="bar-of" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="6"></rect>
              <rect class="full" width=${rating * 20} height="6"></rect>
            </svg>
            <span aria-hidden="true">${written}</span>
            <span class="hush">${say("ofFive", { rating: written })}</span>
          </dd>
        </div>`;
      })}
    </dl>`;
  }

  #review({ authorName, average, text, publishedAt }: Page["items"][number]): TemplateResult {
    const { say } = this.#parts;
    const { tag } = this.#host.locale;
    const written = formatRating(tag, average);
    return html`<li class="review" part="review">
      <p class="small">
        <b><bdi>${authorName || say("someone")}</bdi></b>
        <span class="muted"
          ><span aria-hidden="true">★ ${written}</span
          ><span class="hush">${say("ofFive", { rating: written })}</span> ·
          <time datetime=${publishedAt}
            >${dateFormat(tag, { dateStyle: "medium" }).format(Date.parse(publishedAt))}</time
          ></span
        >
      </p>
      ${text ? html`<p class="words"><bdi>${text}</bdi></p>` : html`<p class="muted small">${say("noWords")}</p>`}
    </li>`;
  }
}
