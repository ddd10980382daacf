import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { type BaseTexts } from "../../base/base.texts.ts";
import { LazyPanel, type PanelHost } from "../../base/lazy.ts";
import { type Say } from "../../base/texts.ts";
import { valuesOf } from "../field/field.ts";
import { failureNotice } from "../notice.ts";
import { type SafetyQuestion } from "../person-safety/safety-question.ts";
import { type PublicReview } from "./review-item.ts";
import { type ReviewsTexts } from "./reviews.texts.ts";

type Reviewed = Pick<PublicReview, "id" | "authorName" | "reply">;

/** What replying and reporting need of the widget. */
export interface ReviewDeedsParts {
  readonly client: () => Client;
  readonly say: Say<BaseTexts & ReviewsTexts>;
  /** Called when a reply was published. */
  readonly changed: () => void;
}

/** What members do about a review: whom it is about replies to it once, anybody else reports it. */
export class ReviewDeeds {
  readonly #host: PanelHost;
  readonly #parts: ReviewDeedsParts;
  readonly #replying: Action<[id: string, text: string], void>;
  readonly #question: LazyPanel<SafetyQuestion>;
  /** The review whose reply is being written. */
  #open = "";
  #reported = new Set<string>();

  constructor(host: PanelHost, parts: ReviewDeedsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#replying = new Action(host, (id, text) => this.#reply(id, text));
    this.#question = new LazyPanel(host, async () => {
      const { SafetyQuestion } = await import("../person-safety/safety-question.ts");
      return new SafetyQuestion(host, {
        client: parts.client,
        refused: (failure) => failureNotice(failure, parts.say, host.sentence(failure)),
        done: (asked) => {
          if (asked.kind === "report") this.#end(asked.subjectId);
        },
      });
    });
  }

  /** The button to report a review; once it was, that it was. */
  report({ id, authorName }: Reviewed): TemplateResult | typeof nothing {
    const { say } = this.#parts;
    const question = this.#question.panel;
    if (this.#reported.has(id))
      return html`<p class="small muted" tabindex="-1" data-reported=${id}>${say("reported")}</p>`;
    if (!question) return nothing;
    return html`<div class="actions">
      <button
        class="button quiet small"
        part="button"
        data-report=${id}
        aria-label=${say("reportReview", { name: authorName || say("someone") })}
        @click=${() =>
          void question.ask({
            kind: "report",
            person: { id, name: authorName || say("someone") },
            subjectKind: "review",
            subjectId: id,
          })}
      >
        ${say("report")}
      </button>
    </div>`;
  }

  /** The question before a review is reported; nothing while there is none. */
  dialog(): TemplateResult | typeof nothing {
    return this.#question.current?.render() ?? nothing;
  }

  /** The way to reply to a review; nothing once that was done. */
  reply(review: Reviewed): TemplateResult | typeof nothing {
    const { id, authorName, reply } = review;
    if (reply) return nothing;
    const { say } = this.#parts;
    const name = authorName || say("someone");
    if (this.#open !== id)
      return html`<div class="actions">
        <button
          class="button small"
          part="button"
          data-reply=${id}
          aria-label=${say("replyTo", { name })}
          @click=${() => this.#begin(id)}
        >
          ${say("reply")}
        </button>
      </div>`;
    const { failure, busy } = this.#replying;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const { currentTarget: form } = event;
      if (form instanceof HTMLFormElement) void this.#replying.run(id, valuesOf(form)["text"] ?? "");
    };
    return html`<form class="reply-form" data-reply-form=${id} @submit=${submit}>
      <label class="field"
        ><bdi>${say("replyTo", { name })}</bdi
        ><textarea name="text" part="input" rows="4" maxlength="4000" required dir="auto"></textarea>
      </label>
      <p class="small muted">${say("replyHint")}</p>
      ${failure ? failureNotice(failure, say, this.#host.sentence(failure)) : nothing}
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${busy}>${say("sendReply")}</button>
        <button type="button" class="button quiet" part="button" @click=${() => this.#close(id)}>
          ${say("notNow")}
        </button>
      </div>
    </form>`;
  }

  #begin(id: string): void {
    this.#replying.forgive();
    this.#open = id;
    this.#host.requestUpdate();
    void this.#host.focusOn(`[data-reply-form="${id}"] textarea`);
  }

  #close(id: string): void {
    this.#open = "";
    this.#replying.forgive();
    this.#host.requestUpdate();
    void this.#host.focusOn(`[data-reply="${id}"]`);
  }

  async #reply(id: string, text: string): Promise<void> {
    await this.#parts.client().reviews.replyToReview({ id, text });
    this.#open = "";
    this.#parts.changed();
  }

  #end(id: string): void {
    this.#reported = new Set([...this.#reported, id]);
    this.#host.announce(this.#parts.say("reported"));
    this.#host.requestUpdate();
    void this.#host.focusOn(`[data-reported="${id}"]`);
  }
}
