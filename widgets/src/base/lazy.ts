import { type CSSResult, type ReactiveElement } from "lit";
import { type Locale } from "./locale.ts";
import { ApiError } from "@tessera/sdk/browser";

/** What a panel may use of the widget it draws into. */
export interface PanelHost extends ReactiveElement {
  readonly locale: Locale;
  announce(sentence: string): void;
  focusOn(selector: string): Promise<void>;
  sentence(failure: ApiError): string;
}

/** A step of a widget with its own texts and styles; its `render` draws into the widget's shadow root. */
export interface Panel {
  /** False until its texts are there. */
  readonly ready: boolean;
}

/** A panel that is loaded when it is first asked for, so that what a visitor may never see costs nothing. */
export class LazyPanel<Shown extends Panel> {
  readonly #host: PanelHost;
  readonly #make: () => Promise<Shown>;
  #panel: Shown | null = null;
  #loading: Promise<Shown> | null = null;

  constructor(host: PanelHost, make: () => Promise<Shown>) {
    this.#host = host;
    this.#make = make;
  }

  /** The panel once it can be shown; null before. Asking for it starts loading it. */
  get panel(): Shown | null {
    this.load();
    return this.current;
  }

  /** The panel if it can be shown. */
  get current(): Shown | null {
    return this.#panel?.ready ? this.#panel : null;
  }

  /** Starts loading it, because it will be needed soon. */
  load(): void {
    this.arrived().catch(() => {
      // The network failed; the next update tries again, at the latest when the connection is back.
      addEventListener("online", () => this.#host.requestUpdate(), { once: true });
    });
  }

  /** The panel as soon as it is loaded; rejects when the network fails. */
  arrived(): Promise<Shown> {
    this.#loading ??= this.#make().then(
      (panel) => {
        this.#panel = panel;
        this.#host.requestUpdate();
        return panel;
      },
      () => {
        this.#loading = null;
        throw new ApiError(0, {
          code: "network.unreachable",
          message: "The server was not reached. Try again.",
        });
      },
    );
    return this.#loading;
  }
}

/** Adds the styles of a panel to the widget it draws into. */
export function wear({ shadowRoot }: PanelHost, styles: CSSResult): void {
  const { styleSheet } = styles;
  if (styleSheet && shadowRoot)
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
}
