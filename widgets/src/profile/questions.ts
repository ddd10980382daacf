import { html, nothing, type TemplateResult } from "lit";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { type Factor, isAnswered, listIn, textIn } from "./answers.ts";
import { type Described, type PickerParts, type Pickers } from "./pickers.ts";
import { type QuizTexts } from "./quiz.texts.ts";

/** What asking needs of the quiz. */
export interface QuestionParts extends PickerParts {
  readonly say: Say<QuizTexts>;
}

const missing = {
  text: "textMissing",
  choice: "choiceMissing",
  choices: "choicesMissing",
  languages: "languagesMissing",
  country: "countryMissing",
  zone: "zoneMissing",
  money: "moneyWrong",
  week: "weekMissing",
} as const satisfies Record<Factor["kind"], keyof QuizTexts>;

/** The questions of a quiz with the fields they are answered in. */
export class Questions {
  readonly #host: PanelHost;
  readonly #parts: QuestionParts;
  readonly #pickers: LazyPanel<Pickers>;
  /** Questions not answered rightly, and whether it was the API that said so. */
  #wrong: ReadonlySet<string> = new Set();
  #isRefused = false;

  constructor(host: PanelHost, parts: QuestionParts) {
    this.#host = host;
    this.#parts = parts;
    const answer = (key: string, given: unknown) => this.#answer(key, given);
    this.#pickers = new LazyPanel(host, async () => {
      const { Pickers } = await import("./pickers.ts");
      return new Pickers(host, { ...parts, answer });
    });
  }

  /** Waits until every kind of field can be shown, or cannot be loaded. */
  async arrived(): Promise<void> {
    await this.#pickers.arrived().catch(() => undefined);
  }

  /** Whether all of these are answered rightly; marks those that are not. */
  check(factors: readonly Factor[]): boolean {
    const answers = this.#parts.answers();
    const wrong = factors.filter((factor) => !isAnswered(factor, answers[factor.key]));
    this.mark(wrong.map(({ key }) => key));
    return wrong.length === 0;
  }

  /** Marks questions that are not answered rightly, and no others; `isRefused` when it was the API that said so. */
  mark(keys: readonly string[], isRefused = false): void {
    this.#wrong = new Set(keys);
    this.#isRefused = isRefused;
  }

  /** Takes all marks away, for other questions to be shown. */
  forgive(): void {
    this.mark([]);
    this.#pickers.current?.forget();
  }

  /** One question with its field, its hint and, when it is not answered rightly, what to do. */
  render(factor: Factor): TemplateResult {
    // While somebody answers the first questions, what the others need is on its way.
    this.#pickers.load();
    const { key, kind } = factor;
    const isInvalid = this.#wrong.has(key);
    const noted = isInvalid ? this.#errorOf(kind) : kind === "choices" ? this.#parts.say("manyHint") : null;
    const note = noted
      ? html`<p id=${`${key}-note`} class="small ${isInvalid ? "wrong" : "muted"}">${noted}</p>`
      : nothing;
    const label = factor.question[this.#host.locale.language];
    const field = this.#field(factor, { label, describedBy: noted ? `${key}-note` : undefined, isInvalid });
    if (kind !== "choice" && kind !== "choices" && kind !== "week")
      return html`<div class="question" part="question" data-question=${key}>
        <label for=${`answer-${key}`}>${label}</label>${field}${note}
      </div>`;
    return html`<fieldset
      class="question"
      part="question"
      data-question=${key}
      role=${kind === "choice" ? "radiogroup" : nothing}
      aria-describedby=${noted ? `${key}-note` : nothing}
    >
      <legend id=${`${key}-label`}>${label}</legend>
      ${field}${note}
    </fieldset>`;
  }

  #errorOf(kind: Factor["kind"]): string {
    const { say } = this.#parts;
    if (this.#isRefused) return say("answerRefused");
    if (kind !== "money") return say(missing[kind]);
    return say("moneyWrong", { example: 90 });
  }

  #answer(key: string, answer: unknown): void {
    this.#parts.answer(key, answer);
    this.#wrong = new Set([...this.#wrong].filter((other) => other !== key));
    this.#host.requestUpdate();
  }

  #field(factor: Factor, shown: Described): TemplateResult {
    switch (factor.kind) {
      case "text":
        return this.#writing(factor.key, shown);
      case "choice":
      case "choices":
        return this.#options(factor, shown.isInvalid);
      default:
        return this.#pickers.current?.render(factor, shown) ?? html`<div class="skeleton field"></div>`;
    }
  }

  #writing(key: string, { describedBy, isInvalid }: Described): TemplateResult {
    return html`<textarea
      id=${`answer-${key}`}
      part="input"
      rows="3"
      maxlength="1000"
      aria-invalid=${isInvalid ? "true" : nothing}
      aria-describedby=${describedBy ?? nothing}
      .value=${textIn(this.#parts.answers()[key])}
      @input=${({ target }: Event) => target instanceof HTMLTextAreaElement && this.#answer(key, target.value)}
    ></textarea>`;
  }

  #options({ key, kind, options }: Factor, isInvalid: boolean): TemplateResult {
    const answer = this.#parts.answers()[key];
    const isMany = kind === "choices";
    const chosen = isMany ? listIn(answer) : [textIn(answer)];
    const choose = (option: string) => {
      if (!isMany) return this.#answer(key, option);
      const others = chosen.filter((other) => other !== option);
      this.#answer(key, others.length < chosen.length ? others : [...chosen, option]);
    };
    return html`<div class="choices">
      ${options.map(
        (option) =>
          html`<label class="choice">
            <input
              type=${isMany ? "checkbox" : "radio"}
              name=${key}
              aria-invalid=${isMany && isInvalid ? "true" : nothing}
              .checked=${chosen.includes(option.key)}
              @change=${() => choose(option.key)}
            />
            <span>${option.label[this.#host.locale.language]}</span>
          </label>`,
      )}
    </div>`;
  }
}
