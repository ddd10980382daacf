import { type LiveEvent, type LiveEventName } from "@tessera/sdk/live";
import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { type Page } from "../../base/contexts.ts";

/** What a widget wants to hear of. */
export interface NewsParts {
  readonly page: () => Page | undefined;
  readonly events: readonly LiveEventName[];
  /** Called when one of the events happened; several at once count as one. */
  readonly heard?: () => void;
  /** Called for each event, with what it says. */
  readonly each?: (event: LiveEvent) => void;
  /** Called when events may have been missed, also once when the stream begins: what is shown has to be loaded afresh. */
  readonly missed: () => void;
}

const gatherMs = 60;

/** Tells a widget what happens elsewhere to the member who is signed in, over the page's one stream. It is loaded when somebody is. */
export class News implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: NewsParts;
  #leaving: (() => void)[] = [];
  #isStarted = false;

  constructor(host: ReactiveControllerHost, parts: NewsParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostUpdated(): void {
    const page = this.#parts.page();
    if (this.#isStarted || !page?.session.member) return;
    this.#isStarted = true;
    this.#start(page).catch(() => {
      // The network failed; the next update tries again, at the latest when the connection is back.
      this.#isStarted = false;
      addEventListener("online", () => this.#host.requestUpdate(), { once: true });
    });
  }

  hostDisconnected(): void {
    for (const leave of this.#leaving.splice(0)) leave();
    this.#isStarted = false;
  }

  async #start({ settings, session, keep }: Page): Promise<void> {
    const { liveOf } = await import("@tessera/sdk/live");
    // The widget may have gone while the stream was on its way.
    if (!this.#isStarted) return;
    const { events, heard, each, missed } = this.#parts;
    const live = liveOf({ ...settings, session, keep });
    if (heard) this.#leaving.push(live.on(events, gathered(heard)));
    if (each) this.#leaving.push(live.on(events, each));
    this.#leaving.push(live.onResync(gathered(missed)));
  }
}

function gathered(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, gatherMs);
  };
}
