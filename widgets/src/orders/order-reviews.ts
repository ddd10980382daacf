import { type Client, type Contract } from "@tessera/sdk/browser";
import { css, html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { valuesOf } from "../parts/field/field.ts";
import { wordsIn } from "../parts/gig/gig-names.ts";
import { failureNotice } from "../parts/notice.ts";
import { ReviewDeeds } from "../parts/reviews/review-deeds.ts";
import { reviewItem } from "../parts/reviews/review-item.ts";
import { reviewsStyles } from "../parts/reviews/reviews.styles.ts";
import { reviewsTexts, type ReviewsTexts } from "../parts/reviews/reviews.texts.ts";
import { orderReviewsTexts, type OrderReviewsTexts } from "./order-reviews.texts.ts";
import { type WholeOrder } from "./work-orders.ts";

type Exchange = Contract["reviews"]["getOrderReviews"]["output"];

/** What the reviews of an order need of the widget. */
export interface OrderReviewsParts {
  readonly client: () => Client;
  /** Called once a review was written. */
  readonly written: (orderId: string) => void;
}

/** What the two sides of a completed order say of each other: the form to say it, then both once they may be read. */
export class OrderReviews implements Panel {
  readonly #host: PanelHost;
  readonly #parts: OrderReviewsParts;
  readonly #texts: Texts<BaseTexts & ReviewsTexts & OrderReviewsTexts>;
  readonly #exchange: Load<readonly [id: string], Exchange>;
  readonly #writing: Action<[order: WholeOrder, form: HTMLFormElement], void>;
  readonly #deeds: ReviewDeeds;
  #orderId = "";

  constructor(host: PanelHost, parts: OrderReviewsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, baseTexts, reviewsTexts, orderReviewsTexts);
    this.#exchange = new Load(host, {
      args: () => (this.#orderId ? ([this.#orderId] as const) : null),
      load: ([id], options) => parts.client().reviews.getOrderReviews({ id }, options),
    });
    this.#writing = new Action(host, (order, form) => this.#write(order, form));
    this.#deeds = new ReviewDeeds(host, {
      client: parts.client,
      say: this.#texts.say,
      changed: () => this.#exchange.reload(),
    });
    wear(host, reviewsStyles);
    wear(host, styles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** Asks anew, because the other side may have written. */
  refresh(): void {
    if (this.#orderId) this.#exchange.reload();
  }

  render(order: WholeOrder): TemplateResult | typeof nothing {
    if (this.#orderId !== order.id) {
      this.#orderId = order.id;
      this.#writing.forgive();
      // What is asked for is known before the next update only.
      queueMicrotask(() => this.#host.requestUpdate());
    }
    const { value, failure } = this.#exchange;
    // What is said of an order is an addition: without it the order is still whole.
    if (failure && !value)
      return failure.status === 404 || failure.status === 403
        ? nothing
        : html`<p class="muted">${this.#host.sentence(failure)}</p>`;
    if (!value || this.#exchange.args?.[0] !== order.id) return html`<div class="skeleton text"></div>`;
    return html`${value.isOpen ? this.#form(order, value) : nothing} ${this.#given(order, value)}
    ${this.#received(value)}`;
  }

  #form(order: WholeOrder, { dimensions, waitDays }: Exchange): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const { failure, busy } = this.#writing;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const { currentTarget: form } = event;
      if (form instanceof HTMLFormElement) void this.#writing.run(order, form);
    };
    return html`<form class="deed" data-form="review" @submit=${submit}>
      <h3>${say(order.role === "provider" ? "reviewBuyer" : "reviewSeller")}</h3>
      <p class="small muted">${waitDays === 0 ? say("atOnce") : say("blind", { count: waitDays })}</p>
      ${
        dimensions.length === 0
          ? this.#stars("stars", say("overall"))
          : dimensions.map(({ name, labels }) => this.#stars(`dimension-${name}`, wordsIn(labels, tag)))
      }
      <label class="field"
        >${say("yourWords")}<textarea
          name="text"
          part="input"
          rows="4"
          maxlength="4000"
          dir="auto"
        ></textarea>
      </label>
      ${failure ? failureNotice(failure, say, this.#host.sentence(failure)) : nothing}
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${busy}>${say("sendReview")}</button>
      </div>
    </form>`;
  }

  /** Five stars of which one is chosen: radios, so that the arrow keys go from star to star. */
  #stars(name: string, label: string): TemplateResult {
    const { say } = this.#texts;
    return html`<fieldset class="rate">
      <legend><bdi>${label}</bdi></legend>
      <div class="five">
        ${[1, 2, 3, 4, 5].map(
          (count) =>
            html`<label
              ><input
                type="radio"
                name=${name}
                .value=${String(count)}
                required
                aria-label=${say("starsOf", { count })} />
              <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${star}></path></svg
            ></label>`,
        )}
      </div>
    </fieldset>`;
  }

  #given({ role }: WholeOrder, { given, received }: Exchange): TemplateResult | typeof nothing {
    if (!given) return nothing;
    const { say } = this.#texts;
    const standing = given.isHidden
      ? say("hiddenByTeam")
      : given.publishedAt === null
        ? say("waitsForOther")
        : received
          ? ""
          : say("theyWait");
    return html`<section class="said" data-given=${role}>
      <h3>${say("youSaid")}</h3>
      ${reviewItem(given, { say, tag: this.#host.locale.tag, replier: say("otherSide") })}
      ${standing ? html`<p class="small muted">${standing}</p>` : nothing}
    </section>`;
  }

  #received({ received }: Exchange): TemplateResult | typeof nothing {
    if (!received) return nothing;
    const { say } = this.#texts;
    const actions = html`${this.#deeds.reply(received)} ${this.#deeds.report(received)}`;
    return html`<section class="said">
      <h3>${say("theySaid")}</h3>
      ${reviewItem(received, { say, tag: this.#host.locale.tag, replier: "", actions })}
      ${this.#deeds.dialog()}
    </section>`;
  }

  async #write({ id: orderId }: WholeOrder, form: HTMLFormElement): Promise<void> {
    const { stars, text = "", ...rated } = valuesOf(form);
    const ratings = Object.fromEntries(
      Object.entries(rated).map(([name, value]) => [name.replace(/^dimension-/, ""), Number(value)]),
    );
    await this.#parts.client().reviews.createReview({
      orderId,
      text,
      ...(stars === undefined ? { ratings } : { stars: Number(stars) }),
    });
    this.#exchange.reload();
    this.#parts.written(orderId);
  }
}

const star = "M12 3.6l2.6 5.3 5.8.9-4.2 4.1 1 5.8-5.2-2.8-5.2 2.8 1-5.8-4.2-4.1 5.8-.9z";

const styles = css`
  .rate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    max-width: 30em;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .rate legend {
    float: inline-start;
    padding: 0;
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .five {
    display: flex;
  }
  .five label {
    position: relative;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    cursor: pointer;
  }
  .five input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    min-height: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .five svg {
    width: 26px;
    height: 26px;
    fill: none;
    stroke: var(--_edge);
    stroke-width: 1.5;
  }
  .five:has(:checked) svg {
    fill: var(--tessera-star, light-dark(#b7791f, #f0b849));
    stroke: var(--tessera-star, light-dark(#b7791f, #f0b849));
  }
  .five label:has(:checked) ~ label svg {
    fill: none;
    stroke: var(--_edge);
  }
  .five label:has(:focus-visible) {
    outline: 2px solid var(--_ink);
    border-radius: 8px;
  }
`;
