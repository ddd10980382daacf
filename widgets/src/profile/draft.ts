import { ApiError, type Client } from "@tessera/sdk/browser";
import { type ReactiveController } from "lit";
import { Action } from "../base/action.ts";
import { type PanelHost } from "../base/lazy.ts";
import { type Answers, type Factor, fitting } from "./answers.ts";

// Long enough that a word is not sent letter by letter, short enough that a reload right after it keeps it.
const pauseMs = 400;

/** The answers as the API keeps them, and which keeping of them it was. */
interface Kept {
  readonly answers: Answers;
  readonly version: number;
}

type Saved = Awaited<ReturnType<Client["people"]["saveAnswers"]>>;

/** A quiz under way: what is answered is kept at the API as it is answered, one call after the other, the newest answers last. */
export class Draft implements ReactiveController {
  readonly #host: PanelHost;
  readonly #client: Client;
  readonly #factors: readonly Factor[];
  readonly #keeping: Action<[], void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #isAhead = false;
  #kept: Kept;

  answers: Answers;

  constructor(
    host: PanelHost,
    client: Client,
    { factors, answers, kept }: { factors: readonly Factor[]; answers: Answers; kept: Kept },
  ) {
    this.#host = host;
    this.#client = client;
    this.#factors = factors;
    this.answers = answers;
    this.#kept = kept;
    this.#keeping = new Action(host, () => this.#keepAll());
    host.addController(this);
  }

  /** Whether the newest answers could not be kept yet. */
  get isBehind(): boolean {
    return this.#keeping.failure !== null;
  }

  hostConnected(): void {
    addEventListener("online", this.flush);
    document.addEventListener("visibilitychange", this.flush);
  }

  hostDisconnected(): void {
    removeEventListener("online", this.flush);
    document.removeEventListener("visibilitychange", this.flush);
    this.flush();
  }

  /** Answers a question, or takes the answer back. */
  answer(key: string, answer: unknown): void {
    this.answers = { ...this.answers, [key]: answer };
    this.#isAhead = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, pauseMs);
  }

  /** Sends what was not sent yet, without waiting. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    if (this.#isAhead && !this.#keeping.busy) this.#running = this.#keeping.run();
  };

  /** Sends the whole quiz, after what is on its way. */
  async finish(): Promise<Saved> {
    clearTimeout(this.#timer);
    this.#isAhead = false;
    // The first call of a visitor names them; a second one beside it would name somebody else.
    await this.#running;
    const saved = await this.#save(false);
    this.#keeping.forgive();
    return saved;
  }

  /** Stops keeping, for a draft that another takes the place of. */
  end(): void {
    clearTimeout(this.#timer);
    this.#isAhead = false;
    this.#host.removeController(this);
  }

  async #keepAll(): Promise<void> {
    while (this.#isAhead) {
      this.#isAhead = false;
      try {
        await this.#save(true);
      } catch (failure) {
        this.#isAhead = true;
        throw failure;
      }
    }
  }

  /** Keeps the answers, with those that another window of the same person has kept meanwhile. */
  async #save(isDraft: boolean): Promise<Saved> {
    try {
      return await this.#send(isDraft);
    } catch (failure) {
      if (!(failure instanceof ApiError) || !failure.is("request.conflict")) throw failure;
      const { completedAt, ...kept } = await this.#client.people.getAnswers({});
      this.answers = { ...kept.answers, ...this.#own() };
      this.#kept = kept;
      this.#host.requestUpdate();
      // Finished elsewhere it stays finished, unless an answer was taken back here.
      const isWhole = this.#factors.every(({ key }) => this.#sendable()[key] !== undefined);
      return this.#send(isDraft && !(completedAt && isWhole));
    }
  }

  async #send(isDraft: boolean): Promise<Saved> {
    const { answers } = this;
    const { version } = this.#kept;
    const saved = await this.#client.people.saveAnswers({ answers: this.#sendable(), isDraft, version });
    this.#kept = { answers, version: saved.version };
    return saved;
  }

  /** What was answered or taken back here and is not kept yet. */
  #own(): Answers {
    return Object.fromEntries(
      Object.entries(this.answers).filter(([key, answer]) => answer !== this.#kept.answers[key]),
    );
  }

  #sendable(): Record<string, unknown> {
    return { ...fitting(this.#factors, this.answers) };
  }
}
