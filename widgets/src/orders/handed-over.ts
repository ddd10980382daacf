import { html, nothing, type TemplateResult } from "lit";
import { formatBytes } from "../parts/files/file-size.ts";
import { momentOf, type PageView } from "./order-facts.ts";
import { type WholeOrder } from "./work-orders.ts";

type WorkFile = WholeOrder["deliveries"][number]["files"][number];

/** What was delivered, the last first, with what the buyer wanted changed in it. */
export function deliveriesOf({ deliveries }: WholeOrder, view: PageView): TemplateResult | typeof nothing {
  const { say } = view;
  if (deliveries.length === 0) return nothing;
  return html`<section>
    <h3>${say("deliveries")}</h3>
    ${deliveries.toReversed().map(
      ({ id, number, message, files, deliveredAt, changes }) =>
        html`<div class="delivery" part="delivery" data-delivery=${id}>
          <p>
            <strong>${say("delivery", { number })}</strong>
            <span class="small muted">${momentOf(view, deliveredAt)}</span>
          </p>
          ${message ? html`<p class="words"><bdi>${message}</bdi></p>` : nothing} ${fileList(files, view)}
          ${
            changes
              ? html`<p><strong>${say("changesAsked")}</strong></p>
                  <p class="words"><bdi>${changes}</bdi></p>`
              : nothing
          }
        </div>`,
    )}
  </section>`;
}

/** What the seller asked before the work, and what the buyer answered. */
export function answersOf({ questions }: WholeOrder, view: PageView): TemplateResult | typeof nothing {
  const { say } = view;
  if (questions.length === 0) return nothing;
  return html`<section data-questions>
    <h3>${say("questions")}</h3>
    ${questions.map(
      ({ question, answer }) =>
        html`<div class="said">
          <p>
            <strong><bdi>${question}</bdi></strong>
          </p>
          ${answer?.text ? html`<p class="words"><bdi>${answer.text}</bdi></p>` : nothing}
          ${answer ? fileList(answer.files, view) : html`<p class="muted">${say("notAnswered")}</p>`}
        </div>`,
    )}
  </section>`;
}

function fileList(files: readonly WorkFile[], { tag, openFile }: PageView): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<ul class="files">
    ${files.map(
      ({ fileId, name, bytes }) =>
        html`<li>
          <button class="button" part="file" data-file=${fileId} @click=${() => openFile(fileId)}>
            <bdi>${name}</bdi>
            <span class="small muted">${formatBytes(tag, bytes)}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}
