import { type Scope } from "../../scope/scope.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { localSearch } from "./local.ts";
import { meilisearch } from "./meilisearch.ts";
import { type SearchEngine, type SearchQuery, type SearchResult, SearchUnavailable } from "./port.ts";
import { shownIds } from "./record.ts";

// A person waits for the answer, and the embedded search has one too.
const patienceMs = 1500;

let engine: SearchEngine = localSearch;
let standIns = 0;
let breaker = new CircuitBreaker({ failures: 3, restMs: 30_000 });

/** Tells the process what searches, once at the start; the embedded search otherwise. */
export function useSearch(chosen: SearchEngine): void {
  engine = chosen;
  breaker = new CircuitBreaker({ failures: 3, restMs: 30_000 });
}

/** Meilisearch when there is one, else the embedded search. */
export const installedSearch = ({ url, apiKey }: { url: string | undefined; apiKey: string | undefined }) =>
  url === undefined || apiKey === undefined ? localSearch : meilisearch({ url, apiKey });

/** What searches. */
export const searchEngine = (): SearchEngine => engine;

/** Its name, for health; with a word when it is silent and the embedded search stands in. */
export const searchProviderName = (): string =>
  breaker.isOpen ? `${localSearch.name} (${engine.name} is silent)` : engine.name;

/** How many searches the embedded search answered since the start because the engine did not. */
export const searchStandIns = (): number => standIns;

/**
 * Finds documents of the caller's tenant. An engine outside that does not answer is stood in for by the embedded one, which knows
 * the same documents; what it does not know yet to be hidden is left out.
 */
export async function findDocuments(scope: Scope, kind: string, query: SearchQuery): Promise<SearchResult> {
  const signal = AbortSignal.timeout(patienceMs);
  if (engine === localSearch) return localSearch.find(scope, kind, query, { signal });
  try {
    const result = await breaker.run(() => engine.find(scope, kind, query, { signal }), {
      refusal: () => new SearchUnavailable(`${engine.name} is given a rest.`),
      isFault: (failure) => failure instanceof SearchUnavailable,
    });
    const shown = await shownIds(scope, kind, result.ids);
    const ids = result.ids.filter((id) => shown.has(id));
    return { ...result, ids, total: result.total - (result.ids.length - ids.length) };
  } catch (failure) {
    if (!(failure instanceof SearchUnavailable)) throw failure;
    standIns += 1;
    return localSearch.find(scope, kind, query, { signal: AbortSignal.timeout(patienceMs) });
  }
}
