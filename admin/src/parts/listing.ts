import { ApiError } from "@tessera/sdk/browser";
import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { type Desk } from "../base/desk.ts";

/** Filters as typed, by the name of their field; a filter that is not set is missing. */
export type Filters = Readonly<Record<string, string>>;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

interface Asked<Sort extends string> {
  readonly filters: Filters;
  /** Goes into the call as it is. */
  readonly page: { readonly limit: number; readonly sort: Sort; readonly cursor?: string };
}

type Fetch<Item, Sort extends string> = (
  desk: Desk,
  asked: Asked<Sort>,
  options: { readonly signal: AbortSignal },
) => Promise<Page<Item>>;

interface ListingParts<Item, Sort extends string> {
  readonly desk: () => Desk;
  /** The orders that can be asked for; the first is the usual one. */
  readonly sorts: readonly [Sort, ...Sort[]];
  readonly fetch: Fetch<Item, Sort>;
}

const shownAtOnce = 25;
/** The most the API gives at once; an export walks through everything by it. */
const exportedAtOnce = 100;

/** A list that is loaded page by page. Its filters and its order stand in the page's address, so that they survive going to a row and back. */
export class Listing<Item, Sort extends string = string> implements ReactiveController {
  items: readonly Item[] = [];
  nextCursor: string | null = null;
  filters: Filters = {};
  sort: Sort;
  isLoading = false;
  failure: ApiError | null = null;
  /** How many rows an export has read so far; null while none runs. */
  exported: number | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #parts: ListingParts<Item, Sort>;
  #loadedFor: string | null = null;
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost, parts: ListingParts<Item, Sort>) {
    this.#host = host;
    this.#parts = parts;
    [this.sort] = parts.sorts;
    host.addController(this);
  }

  hostConnected(): void {
    const { sort, ...filters } = Object.fromEntries(new URLSearchParams(location.search));
    this.filters = filters;
    this.sort = this.#sortNamed(sort) ?? this.#parts.sorts[0];
  }

  hostUpdate(): void {
    const { staff } = this.#parts.desk();
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
    this.#remember();
  }

  /** Loads the list anew ordered by a column; by the one it is ordered by already, the other way round. */
  order(name: string): void {
    const sort = this.#sortNamed(this.sort === name ? `-${name}` : name);
    if (sort === undefined) return;
    this.sort = sort;
    this.#remember();
  }

  /** Loads the first page again. */
  reload(): void {
    this.#load(null);
  }

  /** Loads the page behind the last one. */
  more(): void {
    if (this.nextCursor !== null && !this.isLoading) this.#load(this.nextCursor);
  }

  /** Reads every row that fits the filters, in the list's order, however many there are; null when it failed or the page was left. */
  async readAll(): Promise<readonly Item[] | null> {
    const signal = this.#begin();
    this.exported = 0;
    const rows: Item[] = [];
    let cursor: string | null = null;
    try {
      do {
        const page: Page<Item> = await this.#fetch(cursor, exportedAtOnce, signal);
        rows.push(...page.items);
        cursor = page.nextCursor;
        this.exported = rows.length;
        this.#host.requestUpdate();
      } while (cursor !== null);
      return rows;
    } catch (thrown) {
      this.#failed(thrown, signal);
      return null;
    } finally {
      this.exported = null;
      this.#end(signal);
    }
  }

  #sortNamed(name: string | undefined): Sort | undefined {
    return this.#parts.sorts.find((each) => each === name);
  }

  #remember(): void {
    const sort = this.sort === this.#parts.sorts[0] ? {} : { sort: this.sort };
    const query = new URLSearchParams({ ...this.filters, ...sort }).toString();
    history.replaceState(null, "", location.pathname + (query && `?${query}`));
    this.reload();
  }

  #load(cursor: string | null): void {
    const signal = this.#begin();
    this.#fetch(cursor, shownAtOnce, signal)
      .then(
        ({ items, nextCursor }) => {
          if (signal.aborted) return;
          this.items = cursor === null ? items : [...this.items, ...items];
          this.nextCursor = nextCursor;
        },
        (thrown: unknown) => this.#failed(thrown, signal),
      )
      .finally(() => this.#end(signal));
  }

  #fetch(cursor: string | null, limit: number, signal: AbortSignal): Promise<Page<Item>> {
    const { desk, fetch } = this.#parts;
    const page = { limit, sort: this.sort, ...(cursor !== null && { cursor }) };
    return fetch(desk(), { filters: this.filters, page }, { signal });
  }

  #begin(): AbortSignal {
    this.#running?.abort();
    this.#running = new AbortController();
    this.failure = null;
    this.isLoading = true;
    this.#host.requestUpdate();
    return this.#running.signal;
  }

  #failed(thrown: unknown, { aborted }: AbortSignal): void {
    if (aborted) return;
    if (!(thrown instanceof ApiError)) throw thrown;
    this.failure = thrown;
  }

  #end({ aborted }: AbortSignal): void {
    if (aborted) return;
    this.isLoading = false;
    this.#host.requestUpdate();
  }
}

/** What a table shows of a listing and asks of it. */
export type ShownListing<Item> = Pick<
  Listing<Item>,
  | "items"
  | "nextCursor"
  | "filters"
  | "sort"
  | "isLoading"
  | "failure"
  | "exported"
  | "narrow"
  | "order"
  | "reload"
  | "more"
  | "readAll"
>;
