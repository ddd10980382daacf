import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { dropManageToken, manageToken } from "../base/leave.ts";

/** The one on the page that shows what a link out of a mail is for; null when none does. */
const shown: { by: ManageLink | null } = { by: null };

/** Takes the link out of a mail by which somebody came to the page, or that they opened in a tab that was on it already. */
export class ManageLink implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #books: () => boolean;
  /** What the link carries; null when none led here, another widget shows what it is for, or the visitor went on. */
  token: string | null = null;

  /** `books` says whether the widget has something to book besides: one without gives way. */
  constructor(host: ReactiveControllerHost, books: () => boolean) {
    this.#host = host;
    this.#books = books;
    host.addController(this);
  }

  hostConnected(): void {
    this.#take();
    addEventListener("hashchange", this.#take);
  }

  hostDisconnected(): void {
    removeEventListener("hashchange", this.#take);
    if (shown.by === this) shown.by = null;
  }

  /** Goes on to what else the widget shows. */
  leave(): void {
    dropManageToken();
    this.token = null;
    if (shown.by === this) shown.by = null;
  }

  readonly #take = (): void => {
    const token = manageToken();
    if (token === null || (shown.by && shown.by !== this && shown.by.#books())) return;
    this.token = token;
    shown.by = this;
    this.#host.requestUpdate();
  };
}

const seekPlace = (): void => {
  if (manageToken()) void import("./managed-session.ts").then(({ findPlace }) => findPlace());
};
seekPlace();
// A link that is opened in a tab of its page changes what stands after the # alone.
addEventListener("hashchange", seekPlace);
