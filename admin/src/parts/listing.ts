import { ApiError } from "@tessera/sdk/browser";
import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { type Desk } from "../base/desk.ts";

/** Filters as typed, by the name of their field; a filter that is not set is missing. */
export type Filters = Readonly<Record<string, string>>;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

type Fetch<Item> = (
  desk: Desk,
  page: { readonly filters: Filters; readonly cursor: { cursor?: string } },
  options: { readonly signal: AbortSignal },
) => Promise<Page<Item>>;

/** A list that is loaded page by page. Its filters stand in the page's address, so that they survive going to a row and back. */
export class Listing<Item> implements ReactiveController {
  items: readonly Item[] = [];
  nextCursor: string | null = null;
  filters: Filters = {};
  isLoading = false;
  failure: ApiError | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #desk: () => Desk;
  readonly #fetch: Fetch<Item>;
  #loadedFor: string | null = null;
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost, desk: () => Desk, fetch: Fetch<Item>) {
    this.#host = host;
    this.#desk = desk;
    this.#fetch = fetch;
    host.addController(this);
  }

  hostConnected(): void {
    this.filters = Object.fromEntries(new URLSearchParams(location.search));
  }

  hostUpdate(): void {
    const { staff } = this.#desk();
    const mark = `${staff.tenant?.id} ${staff.account.id}`;
    if (mark === this.#loadedFor) return;
    this.#loadedFor = mark;
    this.items = [];
    this.#load(null);
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#loadedFor = null;
  }

  /** Loads the list anew under other filters. */
  narrow(filters: Filters): void {
    this.filters = filters;
    const query = new URLSearchParams(filters).toString();
    history.replaceState(null, "", location.pathname + (query && `?${query}`));
    this.reload();
  }

  /** Loads the first page again. */
  reload(): void {
    this.#load(null);
  }

  /** Loads the page behind the last one. */
  more(): void {
    if (this.nextCursor !== null && !this.isLoading) this.#load(this.nextCursor);
  }

  #load(cursor: string | null): void {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.failure = null;
    this.isLoading = true;
    this.#host.requestUpdate();
    const page = { filters: this.filters, cursor: cursor === null ? {} : { cursor } };
    this.#fetch(this.#desk(), page, { signal: running.signal })
      .then(
        ({ items, nextCursor }) => {
          if (running.signal.aborted) return;
          this.items = cursor === null ? items : [...this.items, ...items];
          this.nextCursor = nextCursor;
        },
        (thrown: unknown) => {
          if (running.signal.aborted) return;
          if (!(thrown instanceof ApiError)) throw thrown;
          this.failure = thrown;
        },
      )
      .finally(() => {
        if (running.signal.aborted) return;
        this.isLoading = false;
        this.#host.requestUpdate();
      });
  }
}
