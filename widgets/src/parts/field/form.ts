import { type ApiError, type ErrorCode } from "@tessera/sdk/browser";
import { Action } from "../../base/action.ts";
import { type PanelHost } from "../../base/lazy.ts";
import { valuesOf } from "./field.ts";

/** What is wrong, by field. */
export type Wrong = Readonly<Partial<Record<string, string>>>;
type Values = Readonly<Record<string, string>>;

/** What a form does. */
export interface FormParts {
  /** What is wrong with the values; they are sent when nothing is. */
  readonly check: (values: Values) => Wrong;
  readonly send: (values: Values, form: HTMLFormElement) => Promise<void>;
  /** The fields at which refusals are shown, by code; any other is the whole form's. */
  readonly at?: Readonly<Partial<Record<ErrorCode, string>>>;
}

/** One form: judges what was written, sends it once, and shows each error at its field. */
export class Form {
  readonly #host: PanelHost;
  readonly #parts: FormParts;
  readonly #sending: Action<[values: Values, form: HTMLFormElement], void>;
  #wrong: Wrong = {};
  /** What was written when it was last sent. */
  values: Values = {};

  constructor(host: PanelHost, parts: FormParts) {
    this.#host = host;
    this.#parts = parts;
    this.#sending = new Action(host, (values, form) => parts.send(values, form));
  }

  get busy(): boolean {
    return this.#sending.busy;
  }

  /** Why sending failed, when that concerns no single field. */
  get failure(): ApiError | null {
    const { failure } = this.#sending;
    return failure && this.#fieldOf(failure) === undefined ? failure : null;
  }

  /** What is wrong with a field. */
  wrong(name: string): string | undefined {
    const { failure } = this.#sending;
    const isRefused = failure && this.#fieldOf(failure) === name;
    return this.#wrong[name] ?? (isRefused ? this.#host.sentence(failure) : undefined);
  }

  readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void this.#submit(event.target);
  };

  /** Forgets what was wrong. */
  forgive(): void {
    this.#wrong = {};
    this.#sending.forgive();
  }

  async #submit(form: HTMLFormElement): Promise<void> {
    if (this.busy) return;
    this.values = { ...valuesOf(form), ...passwordsOf(form) };
    this.#wrong = this.#parts.check(this.values);
    this.#sending.forgive();
    if (Object.values(this.#wrong).every((sentence) => sentence === undefined))
      await this.#sending.run(this.values, form);
    void this.#host.focusOn("[aria-invalid]");
  }

  #fieldOf({ code }: ApiError): string | undefined {
    const at: Readonly<Partial<Record<string, string>>> = this.#parts.at ?? {};
    return at[code];
  }
}

/** Spaces belong to a password. */
const passwordsOf = (form: HTMLFormElement): Values =>
  Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>("[type=password]")].map(({ name, value }) => [name, value]),
  );
