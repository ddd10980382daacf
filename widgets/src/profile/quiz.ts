import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { LazyPanel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { fieldStyles } from "../parts/field/field.ts";
import { icon } from "../parts/icon.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { fitting } from "./answers.ts";
import { outline } from "./outline.ts";
import { Questions } from "./questions.ts";
import { quizStyles } from "./quiz.styles.ts";
import { type GivenAnswers } from "./given-answers.ts";
import { quizTexts, type QuizTexts } from "./quiz.texts.ts";
import { type Quiz, QuizWalk } from "./quiz-walk.ts";
import { type View, type ViewParts } from "./view.ts";

/** What the quiz needs of the widget. */
export interface QuizParts extends ViewParts {
  readonly nextHref: () => string;
}

/** The site's questions in a few steps. What is answered is kept as it is answered; a finished quiz can be read and changed. */
export class QuizView implements View {
  readonly #host: PanelHost;
  readonly #parts: QuizParts;
  readonly #texts: Texts<QuizTexts>;
  readonly #walk: QuizWalk;
  readonly #loaded: Load<readonly [string], Quiz>;
  readonly #questions: Questions;
  readonly #summary: LazyPanel<GivenAnswers>;
  readonly #finishing: Action<[], void>;

  constructor(host: PanelHost, parts: QuizParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, quizTexts);
    this.#walk = new QuizWalk(host, parts.page);
    this.#loaded = new Load(host, {
      args: () => {
        const member = parts.member();
        return member === undefined ? null : ([member?.id ?? ""] as const);
      },
      load: ([memberId], options) => this.#walk.begin(memberId, options),
    });
    this.#questions = new Questions(host, {
      say: this.#texts.say,
      now: parts.page.now,
      site: parts.site,
      member: parts.member,
      answers: () => this.#walk.answers,
      answer: (key, answer) => this.#walk.answer(key, answer),
    });
    this.#summary = new LazyPanel(host, async () => {
      const { GivenAnswers } = await import("./given-answers.ts");
      return new GivenAnswers(host, (at) => this.#turn(() => this.#walk.change(at)));
    });
    this.#finishing = new Action(host, () => this.#finish());
    wear(host, fieldStyles);
    wear(host, quizStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  get state(): WidgetState {
    const { value, state } = this.#loaded;
    if (value?.factors.length === 0) return "empty";
    return value && this.#walk.place.name === "done" ? "done" : state;
  }

  retry(): void {
    this.#loaded.reload();
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { place, step, isLast } = this.#walk;
    if (!("at" in place) || this.#finishing.busy) return;
    if (!this.#questions.check(step)) void this.#showWrong();
    else if (isLast) void this.#finishing.run();
    else this.#turn(() => this.#walk.go(place.at + 1));
  };

  async #showWrong(): Promise<void> {
    this.#host.requestUpdate();
    await this.#questions.arrived();
    await this.#host.focusOn(`[data-question]:has(.wrong) :is(textarea, input, select):not([tabindex="-1"])`);
  }

  /** Shows something else, and leads the keyboard to its heading, or to where it came from. */
  #turn(change: () => void, focus = "[data-heading]"): void {
    this.#questions.forgive();
    this.#finishing.forgive();
    change();
    this.#host.requestUpdate();
    void this.#host.focusOn(focus);
  }

  async #finish(): Promise<void> {
    try {
      const saved = await this.#walk.finish();
      this.#host.announce(this.#texts.say("saved"));
      if (saved?.id) emit(this.#host, "tessera-quiz-completed", { answersId: saved.id });
      void this.#host.focusOn("[data-heading]");
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.fields.length === 0) throw failure;
      this.#refuse(failure);
    }
  }

  /** Leads to the first answer that was not accepted. Questions that were changed meanwhile are asked again as they are now. */
  #refuse({ fields }: ApiError): void {
    const keys = fields.map(({ path }) => String(path[1]));
    const steps = this.#loaded.value?.steps ?? [];
    const first = steps.findIndex((step) => step.some(({ key }) => keys.includes(key)));
    if (first < 0) return this.#loaded.reload();
    if (this.#walk.place.name === "step") this.#walk.go(first);
    this.#questions.mark(keys, true);
    void this.#showWrong();
  }

  render(): TemplateResult {
    const { value: quiz, failure } = this.#loaded;
    const { say } = this.#parts;
    const trouble = failure
      ? failureNotice(failure, say, this.#host.sentence(failure), () => this.retry())
      : nothing;
    if (!quiz) return failure ? html`${trouble}` : outline;
    if (quiz.factors.length === 0) return html`${trouble}${notice(this.#texts.say("nothing"), this.#goOn())}`;
    return html`${trouble}
      <section class="card" part="card">${this.#shown(quiz)}</section>`;
  }

  #shown(quiz: Quiz): TemplateResult {
    const { place } = this.#walk;
    switch (place.name) {
      case "step":
        return this.#step(quiz, place.at);
      case "change":
        return this.#change(place.at);
      case "done":
        return this.#done();
      case "summary":
        return html`${this.#heading("answers")}
          ${this.#summary.panel?.render(quiz.steps, this.#walk.answers) ?? html`<div class="skeleton field"></div>`}
          <div class="actions">${this.#goOn()}</div>`;
    }
  }

  #step({ factors, steps }: Quiz, at: number): TemplateResult {
    const { say } = this.#texts;
    const done = Object.keys(fitting(factors, this.#walk.answers)).length;
    return html`<header class="head" part="head">
        <h3 tabindex="-1" data-heading>${say("step", { at: at + 1, count: steps.length })}</h3>
        <p class="small muted">${say("progress", { done, count: factors.length })}</p>
        <progress max=${steps.length} value=${at + 1} aria-hidden="true"></progress>
      </header>
      ${this.#form(
        this.#walk.isLast ? "finish" : "next",
        at > 0 ? this.#quiet("back", () => this.#turn(() => this.#walk.go(at - 1))) : nothing,
      )}
      <p class="small muted" role="status">${say(this.#walk.isBehind ? "keptLater" : "kept")}</p>`;
  }

  #change(at: number): TemplateResult {
    const leave = () => this.#turn(() => this.#walk.leaveChange(), `[data-change="${at}"]`);
    return html`${this.#heading("answers")} ${this.#form("save", this.#quiet("cancel", leave))}`;
  }

  #heading(name: "answers"): TemplateResult {
    return html`<header class="head" part="head">
      <h3 tabindex="-1" data-heading>${this.#texts.say(name)}</h3>
    </header>`;
  }

  #form(submit: "finish" | "next" | "save", other: TemplateResult | typeof nothing): TemplateResult {
    const { failure, busy } = this.#finishing;
    return html`<form class="questions" novalidate @submit=${this.#submit}>
      ${this.#walk.step.map((factor) => this.#questions.render(factor))}
      ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${busy}>${this.#texts.say(submit)}</button>
        ${other}
      </div>
    </form>`;
  }

  #quiet(name: "back" | "cancel" | "look", act: () => void): TemplateResult {
    return html`<button type="button" class="button quiet" part="button" @click=${act}>
      ${this.#texts.say(name)}
    </button>`;
  }

  #done(): TemplateResult {
    const { say } = this.#texts;
    return html`<div class="done">
      <span class="seal">${icon("tick")}</span>
      <h3 tabindex="-1" data-heading>${say("thanks")}</h3>
      <p class="muted">${say("thanksHint")}</p>
      <div class="actions">
        ${this.#goOn()} ${this.#quiet("look", () => this.#turn(() => this.#walk.leaveDone()))}
      </div>
    </div>`;
  }

  #goOn(): TemplateResult | typeof nothing {
    const href = this.#parts.nextHref();
    return href
      ? html`<a class="button primary" part="button" href=${href}>${this.#texts.say("goOn")}</a>`
      : nothing;
  }
}
