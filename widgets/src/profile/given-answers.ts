import { css, html, type TemplateResult } from "lit";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { type Answers } from "./answers.ts";
import { answerWords } from "./answer-words.ts";
import { pickersTexts, type PickersTexts } from "./pickers.texts.ts";
import { givenAnswersTexts, type GivenAnswersTexts } from "./given-answers.texts.ts";
import { type Step } from "./steps.ts";

/** A finished quiz to read: every answer, and a button to change those that were given together. */
export class GivenAnswers implements Panel {
  readonly #host: PanelHost;
  readonly #texts: Texts<PickersTexts & GivenAnswersTexts>;
  readonly #change: (at: number) => void;

  constructor(host: PanelHost, change: (at: number) => void) {
    this.#host = host;
    this.#texts = new Texts(host, pickersTexts, givenAnswersTexts);
    this.#change = change;
    wear(host, styles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(steps: readonly Step[], answers: Answers): TemplateResult {
    return html`<ol class="answers">
      ${steps.map((step, at) => this.#given(step, at, answers))}
    </ol>`;
  }

  #given(step: Step, at: number, answers: Answers): TemplateResult {
    const { tag, language } = this.#host.locale;
    const { say } = this.#texts;
    return html`<li class="given">
      <dl>
        ${step.map(
          (factor) =>
            html`<div>
              <dt class="muted">${factor.question[language]}</dt>
              <dd><bdi>${answerWords(factor, answers[factor.key], { tag, language, say })}</bdi></dd>
            </div>`,
        )}
      </dl>
      <button
        type="button"
        class="button"
        part="button"
        data-change=${at}
        aria-label=${say("changeOf", { question: step[0]?.question[language] ?? "" })}
        @click=${() => this.#change(at)}
      >
        ${say("change")}
      </button>
    </li>`;
  }
}

const styles = css`
  .answers {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .given {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 12px 24px;
    padding-block: 16px;
    border-top: 1px solid var(--_line);
  }
  .given dl {
    display: grid;
    gap: 12px;
    flex: 1 1 16em;
    min-width: 0;
  }
  dd {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
