import { type ApiError } from "@tessera/sdk/browser";
import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { failureIn } from "./failure.ts";

/** One thing a person can do in an element: it runs once at a time and keeps the failure of the last try for the element to show. */
export class Action<Args extends readonly unknown[], Result> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #work: (...args: Args) => Promise<Result>;

  /** Whether it is running. */
  busy = false;
  /** Why the last try failed; null when it did not. */
  failure: ApiError | null = null;

  constructor(host: ReactiveControllerHost, work: (...args: Args) => Promise<Result>) {
    this.#host = host;
    this.#work = work;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Runs it, unless it is running. Answers undefined when it failed or was not started. */
  async run(...args: Args): Promise<Result | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.forgive();
    try {
      return await this.#work(...args);
    } catch (thrown) {
      this.failure = failureIn(thrown);
      return undefined;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** Forgets the last failure. */
  forgive(): void {
    this.failure = null;
    this.#host.requestUpdate();
  }
}
