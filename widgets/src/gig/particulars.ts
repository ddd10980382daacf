import { html, nothing, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { type Gig } from "../parts/gig/gig-names.ts";
import { type GigTexts } from "./gig.texts.ts";

/** What the seller will ask, told before anybody orders. */
export function requirementsOf({ requirements }: Gig, say: Say<GigTexts>): TemplateResult {
  return html`<p class="small muted">${say("requirementsHint")}</p>
    <ol class="requirements">
      ${requirements.map(
        ({ question, kind, choices, isRequired }) =>
          html`<li>
            <bdi>${question}</bdi>
            ${isRequired ? nothing : html`<span class="small muted">(${say("optional")})</span>`}
            ${kind === "file" ? html`<span class="small muted">· ${say("asksFile")}</span>` : nothing}
            ${
              kind === "choice"
                ? html`<ul class="topics">
                    ${choices.map((choice) => html`<li><bdi>${choice}</bdi></li>`)}
                  </ul>`
                : nothing
            }
          </li>`,
      )}
    </ol>`;
}

/** Questions buyers often ask, each opening its answer. */
export const faqOf = ({ faq }: Gig): TemplateResult =>
  html`<div class="faq">
    ${faq.map(
      ({ question, answer }) =>
        html`<details part="question">
          <summary><bdi>${question}</bdi></summary>
          <p class="words"><bdi>${answer}</bdi></p>
        </details>`,
    )}
  </div>`;

/** The words a gig is found by. */
export const tagsOf = ({ tags }: Gig, say: Say<GigTexts>): TemplateResult =>
  html`<ul class="topics" aria-label=${say("tags")}>
    ${tags.map((tag) => html`<li part="tag"><bdi>${tag}</bdi></li>`)}
  </ul>`;
