import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { dateFormat } from "../../base/format.ts";
import { type Say } from "../../base/texts.ts";
import { formatRating } from "../person/rating.ts";
import { type ReviewsTexts } from "./reviews.texts.ts";

/** A review as everybody may read it. */
export type PublicReview = Contract["reviews"]["listReviews"]["output"]["items"][number];

/** What drawing a review needs beside it. */
export interface ReviewView {
  readonly say: Say<ReviewsTexts>;
  readonly tag: string;
  /** Who replies to it; empty for the reader. */
  readonly replier: string;
  /** What can be done about it. */
  readonly actions?: TemplateResult | typeof nothing;
}

type Shown = Pick<PublicReview, "id" | "authorName" | "average" | "text" | "reply"> & {
  readonly publishedAt: string | null;
};

/** A rating of five as people read and hear it. */
const starsOf = (rating: number, { say, tag }: Pick<ReviewView, "say" | "tag">): TemplateResult => {
  const written = formatRating(tag, rating);
  return html`<span aria-hidden="true">★ ${written}</span
    ><span class="hush">${say("ofFive", { rating: written })}</span>`;
};

/** A review with what was replied to it. */
export function reviewItem(review: Shown, view: ReviewView): TemplateResult {
  const { id, authorName, average, text, reply, publishedAt } = review;
  const { say, tag, replier, actions = nothing } = view;
  const day = (at: string) =>
    html`<time datetime=${at}>${dateFormat(tag, { dateStyle: "medium" }).format(Date.parse(at))}</time>`;
  return html`<div class="review" part="review" data-review=${id}>
    <p class="small">
      <b><bdi>${authorName || say("someone")}</bdi></b>
      <span class="muted"
        >${starsOf(average, view)}${publishedAt ? html` · ${day(publishedAt)}` : nothing}</span
      >
    </p>
    ${text ? html`<p class="words"><bdi>${text}</bdi></p>` : html`<p class="muted small">${say("noWords")}</p>`}
    ${
      reply
        ? html`<div class="reply" part="reply">
            <p class="small">
              <b><bdi>${replier ? say("repliedBy", { name: replier }) : say("yourReply")}</bdi></b>
              <span class="muted">· ${day(reply.repliedAt)}</span>
            </p>
            <p class="words"><bdi>${reply.text}</bdi></p>
          </div>`
        : nothing
    }
    ${actions}
  </div>`;
}
