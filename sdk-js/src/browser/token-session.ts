import { ApiError } from "../api-error.ts";
import { type Keep } from "./keep.ts";
import { Siblings } from "./siblings.ts";

/** What every kind of session has: the token of calls, and the one that gets the next pair. */
export interface Tokens {
  readonly accessToken: string;
  /** Of two pairs of one session the one that ends later is the newer. */
  readonly accessExpiresAt: string;
  readonly refreshToken: string;
}

/** What a session works with. */
export interface SessionParts<View extends Tokens> {
  readonly keep: Keep;
  /** Names the site among the tabs of this browser; null keeps the session to this page. */
  readonly channel: string | null;
  readonly refresh: (refreshToken: string) => Promise<View>;
}

/**
 * A sign-in on this page. The access token lives in memory; the refresh token in the tab's one storage entry. A refresh is
 * made once for all calls that wait for it, and by one tab at a time: the others take over what it got.
 */
export class TokenSession<View extends Tokens> {
  readonly #parts: SessionParts<View>;
  readonly #siblings: Siblings<View> | null;
  readonly #listeners = new Set<() => void>();
  #view: View | null = null;
  #renewing: Promise<boolean> | null = null;

  /** Settles when it is known whether somebody is signed in. */
  readonly known: Promise<unknown>;

  constructor(parts: SessionParts<View>) {
    this.#parts = parts;
    const { channel, keep } = parts;
    this.#siblings =
      channel === null
        ? null
        : new Siblings(
            channel,
            () => this.#view,
            (view) => this.#adopt(view),
          );
    this.known = keep.read("refresh") ? this.renew().catch(() => false) : this.#takeOver();
  }

  /** What the last sign-in or refresh answered; null while nobody is signed in, or not yet. */
  get view(): View | null {
    return this.#view;
  }

  /** Whether somebody is signed in, or was when the page was left and is likely still. */
  get isExpected(): boolean {
    return this.#view !== null || this.#parts.keep.read("refresh") !== undefined;
  }

  /** Starts the session that a sign-in answered. */
  begin(view: View): void {
    this.#adopt(view);
    this.#siblings?.tell(view);
  }

  /** Forgets the session and everything else the page kept, in all tabs. */
  end(): void {
    this.#parts.keep.forget();
    this.#adopt(null);
    this.#siblings?.tell(null);
  }

  /** Stops listening to other tabs, for a page that goes away. */
  close(): void {
    this.#siblings?.close();
  }

  /** Calls back whenever somebody signs in or out. Answers how to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The headers of a call by whoever is signed in. */
  async headers(): Promise<Record<string, string>> {
    await this.known;
    // The first try may have met a lost connection.
    if (!this.#view && this.#parts.keep.read("refresh")) await this.renew();
    return this.#view ? { Authorization: `Bearer ${this.#view.accessToken}` } : {};
  }

  /**
   * Gets a new access token, unless the one of the refused call (its header) was replaced since. Answers false when the session
   * is over; rejects when the API could not be asked.
   */
  renew(header?: string): Promise<boolean> {
    const refused = this.#view;
    if (header && refused && header !== `Bearer ${refused.accessToken}`) return Promise.resolve(true);
    this.#renewing ??= oneTabAtATime(this.#parts.channel, () => this.#renew(refused)).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renew(refused: View | null): Promise<boolean> {
    // A page that slept may hold a token that another tab has used since: using it again would end the session everywhere.
    if (this.#view === refused) await this.#takeOver();
    // While this tab waited for its turn and for answers, another may have told it of a new pair.
    if (this.#view !== refused) return this.#view !== null;
    const token = this.#parts.keep.text("refresh");
    if (token === undefined) return false;
    try {
      this.begin(await this.#parts.refresh(token));
      return true;
    } catch (failure) {
      if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
      this.#adopt(null);
      return false;
    }
  }

  /** Takes a newer pair from another tab, if one has it. */
  async #takeOver(): Promise<void> {
    const own = this.#parts.keep.text("until") ?? "";
    const views = (await this.#siblings?.ask()) ?? [];
    const [newest] = views.toSorted((a, b) => (a.accessExpiresAt < b.accessExpiresAt ? 1 : -1));
    if (newest && newest.accessExpiresAt > own) this.#adopt(newest);
  }

  #adopt(view: View | null): void {
    this.#view = view;
    this.#parts.keep.write("refresh", view?.refreshToken);
    this.#parts.keep.write("until", view?.accessExpiresAt);
    for (const listener of this.#listeners) listener();
  }
}

// Web Locks are missing on pages without TLS; the API's grace for the last token covers a race there.
const oneTabAtATime = async <Result>(name: string | null, work: () => Promise<Result>): Promise<Result> =>
  name !== null && globalThis.navigator?.locks ? navigator.locks.request(name, work) : work();
