import { ApiError } from "@tessera/sdk/browser";
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { type Desk } from "./desk.ts";
import { icon } from "./icon.ts";

/** Loads a value for a page whenever the desk changes hands, and shows waiting and failing the same way everywhere. */
export class Load<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #desk: () => Desk;
  readonly #load: (desk: Desk, options: { readonly signal: AbortSignal }) => Promise<Value>;
  #loadedFor: unknown;
  #running: AbortController | null = null;
  #value: Value | undefined;
  #failure: ApiError | null = null;

  constructor(
    host: ReactiveControllerHost,
    desk: () => Desk,
    load: (desk: Desk, options: { readonly signal: AbortSignal }) => Promise<Value>,
  ) {
    this.#host = host;
    this.#desk = desk;
    this.#load = load;
    host.addController(this);
  }

  hostUpdate(): void {
    const { staff } = this.#desk();
    // Another site, or another person: what was loaded is not theirs.
    const mark = `${staff.tenant?.id} ${staff.account.id}`;
    if (mark === this.#loadedFor) return;
    this.#loadedFor = mark;
    this.#value = undefined;
    this.reload();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#loadedFor = undefined;
  }

  /** Loads again; what is shown stays until the answer is there. */
  reload(): void {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#failure = null;
    this.#load(this.#desk(), { signal: running.signal })
      .then(
        (value) => {
          if (!running.signal.aborted) this.#value = value;
        },
        (thrown: unknown) => {
          if (running.signal.aborted) return;
          if (!(thrown instanceof ApiError)) throw thrown;
          this.#failure = thrown;
        },
      )
      .finally(() => {
        if (!running.signal.aborted) this.#host.requestUpdate();
      });
  }

  /** The loaded value as the page shows it; until then, what there is to say. */
  show(view: (value: Value) => TemplateResult): TemplateResult {
    const { say } = this.#desk();
    if (this.#failure) return failureNotice(this.#desk(), this.#failure, () => this.reload());
    if (this.#value === undefined)
      return html`<p class="waiting" role="status" aria-busy="true">${say("loading")}</p>`;
    return view(this.#value);
  }
}

/** What went wrong and what can be done about it. */
export const failureNotice = (
  { say, sentence }: Pick<Desk, "say" | "sentence">,
  failure: ApiError,
  retry?: () => void,
): TemplateResult =>
  html`<div class="notice" role="alert">
    ${icon("warning")}
    <div>
      <p>${sentence(failure)}</p>
      ${failure.requestId && failure.status >= 500 ? html`<p class="quiet">${say("requestId", { id: failure.requestId })}</p>` : ""}
      ${retry ? html`<button type="button" class="quiet-button" @click=${retry}>${say("retry")}</button>` : ""}
    </div>
  </div>`;
