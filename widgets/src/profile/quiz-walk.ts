import { type CallOptions, type Client } from "@tessera/sdk/browser";
import { type Page } from "../base/contexts.ts";
import { type PanelHost } from "../base/lazy.ts";
import { type Answers, type Factor, fitting } from "./answers.ts";
import { Draft } from "./draft.ts";
import { type Step, stepsOf } from "./steps.ts";

/** Where the person is: at a step, at the end, reading a finished quiz or changing one step of it. */
export type Place =
  | { readonly name: "step"; readonly at: number }
  | { readonly name: "change"; readonly at: number }
  | { readonly name: "done" }
  | { readonly name: "summary" };

/** The site's questions, and the steps they are asked in. */
export interface Quiz {
  readonly factors: readonly Factor[];
  readonly steps: readonly Step[];
}

type Saved = Awaited<ReturnType<Client["people"]["saveAnswers"]>>;

/** One person's way through the quiz. The answers are kept at the API; the tab remembers only the question the step begins with. */
export class QuizWalk {
  readonly #host: PanelHost;
  readonly #page: Page;
  /** Whose answers these are; empty for a visitor. */
  #owner = "";
  #draft: Draft | null = null;
  /** The answers as they were before a finished quiz was changed. */
  #before: Answers = {};
  #steps: readonly Step[] = [];

  place: Place = { name: "step", at: 0 };

  constructor(host: PanelHost, page: Page) {
    this.#host = host;
    this.#page = page;
  }

  get answers(): Answers {
    return this.#draft?.answers ?? {};
  }

  /** Whether the newest answers could not be kept yet. */
  get isBehind(): boolean {
    return this.#draft?.isBehind ?? false;
  }

  /** The questions shown now. */
  get step(): Step {
    return "at" in this.place ? (this.#steps[this.place.at] ?? []) : [];
  }

  /** Whether nothing follows the questions shown now. */
  get isLast(): boolean {
    return this.place.name !== "step" || this.place.at === this.#steps.length - 1;
  }

  /** Loads the questions and the answers of a member, or of the visitor when none is named, and finds out where they are. */
  async begin(memberId: string, options: CallOptions): Promise<Quiz> {
    const { client, keep } = this.#page;
    const [{ factors }, given] = await Promise.all([
      client.people.getQuiz({}, options),
      // Whoever is unknown has answered nothing yet.
      memberId || keep.text("visitor") ? client.people.getAnswers({}, options) : null,
    ]);
    // What the same person answered here and was not kept yet is newer than what the API has.
    const newer = this.#owner === memberId ? this.answers : {};
    const answers = fitting(factors, { ...given?.answers, ...newer });
    this.#owner = memberId;
    this.#draft?.end();
    this.#draft = new Draft(this.#host, client, {
      factors,
      answers,
      kept: { answers: given?.answers ?? {}, version: given?.version ?? 0 },
    });
    this.#steps = stepsOf(factors);
    const isWhole = factors.every(({ key }) => answers[key] !== undefined);
    if (given?.completedAt && isWhole) this.place = { name: "summary" };
    else this.go(this.#keptStep());
    return { factors, steps: this.#steps };
  }

  /** The step the person was at, else the first that is not answered. */
  #keptStep(): number {
    const kept = this.#page.keep.text("quiz");
    const at = this.#steps.findIndex((step) => step[0]?.key === kept);
    const open = this.#steps.findIndex((step) => step.some(({ key }) => this.answers[key] === undefined));
    return Math.max(at >= 0 ? at : open, 0);
  }

  /** Goes to a step; what was answered before is kept without waiting. */
  go(at: number): void {
    this.#draft?.flush();
    this.place = { name: "step", at };
    this.#page.keep.write("quiz", at > 0 ? this.step[0]?.key : undefined);
    // The browser knows where it is.
    const zone = this.step.find(({ kind, key }) => kind === "zone" && this.answers[key] === undefined);
    if (zone) this.answer(zone.key, Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  /** Answers a question; undefined takes the answer back. */
  answer(key: string, answer: unknown): void {
    if (!this.#draft) return;
    // A finished quiz stays finished: a change of it is sent as a whole.
    if (this.place.name === "step") this.#draft.answer(key, answer);
    else this.#draft.answers = { ...this.#draft.answers, [key]: answer };
  }

  /** Opens a step of a finished quiz for changes. */
  change(at: number): void {
    this.#before = this.answers;
    this.place = { name: "change", at };
  }

  /** Takes the changes back. */
  leaveChange(): void {
    if (this.#draft) this.#draft.answers = this.#before;
    this.place = { name: "summary" };
  }

  /** Shows the answers of the quiz just finished. */
  leaveDone(): void {
    this.place = { name: "summary" };
  }

  /** Sends the whole quiz. */
  async finish(): Promise<Saved | undefined> {
    const saved = await this.#draft?.finish();
    this.#page.keep.write("quiz", undefined);
    this.place = { name: this.place.name === "step" ? "done" : "summary" };
    return saved;
  }
}
