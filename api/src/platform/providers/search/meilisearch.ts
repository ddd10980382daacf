import {
  type Index,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  type MultiSearchParams,
  type MultiSearchQuery,
  type MultiSearchResult,
  type Settings,
} from "meilisearch";
import { generateTenantToken } from "meilisearch/token";
import { wallClock } from "../../clock.ts";
import { minutes, plus } from "../../time.ts";
import {
  mostFound,
  mostValues,
  nothingFor,
  type SearchChange,
  type SearchDocument,
  type SearchEngine,
  type SearchFilter,
  type SearchQuery,
  type SearchResult,
  SearchUnavailable,
} from "./port.ts";
import { askedWords, isHan, wordsOf } from "./words.ts";

/** Where Meilisearch is, and a key that may do everything there. */
export interface MeilisearchOptions {
  readonly url: string;
  readonly apiKey: string;
  /** Before the kind in the names of indexes; `tessera` when not given. */
  readonly prefix?: string;
}

/** A document as an index holds it. */
interface StoredDocument {
  readonly key: string;
  readonly tenantId: string;
  readonly id: string;
  readonly strong: string;
  readonly hanStrong: string;
  readonly middle: string;
  readonly hanMiddle: string;
  readonly weak: string;
  readonly hanWeak: string;
  readonly tags: SearchDocument["tags"];
  readonly numbers: SearchDocument["numbers"];
  readonly standing: number;
}

// Chinese is kept as our own words, which Meilisearch takes as they are: its dictionary misses words inside longer ones.
const hanFields = ["hanStrong", "hanMiddle", "hanWeak"];

const settings: Settings = {
  searchableAttributes: ["strong", "hanStrong", "middle", "hanMiddle", "weak", "hanWeak"],
  // A field stands for all that lie in it.
  filterableAttributes: ["tenantId", "id", "tags", "numbers"],
  sortableAttributes: ["numbers", "standing"],
  displayedAttributes: ["id"],
  rankingRules: ["sort", "words", "typo", "attribute", "exactness", "standing:desc"],
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 }, disableOnAttributes: hanFields },
  nonSeparatorTokens: ["+", "#"],
  faceting: { maxValuesPerFacet: mostValues, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: mostFound },
};

const keyName = "tessera_search";
const writeMs = 8000;

/** Meilisearch: one index per kind, in which every document has its tenant and every search is bound to one by its token. */
export function meilisearch({ url, apiKey, prefix = "tessera" }: MeilisearchOptions): SearchEngine {
  const admin = new Meilisearch({ host: url, apiKey, timeout: writeMs });
  const ready = new Map<string, Promise<Index<StoredDocument>>>();
  let searchKey: Promise<{ key: string; uid: string }> | undefined;

  /** The index of a kind with its settings, made sure of once per process. */
  const indexOf = (kind: string): Promise<Index<StoredDocument>> =>
    kept(ready, kind, async () => {
      const uid = `${prefix}_${kind}`;
      // A task that makes an index which is there fails by itself, and nothing waits for it.
      await admin.createIndex(uid, { primaryKey: "key" });
      const index = admin.index<StoredDocument>(uid);
      await succeeded(index.updateSettings(settings));
      return index;
    });

  /** A token that finds one tenant's documents and no others: the one place where a search is bound to its tenant. */
  const tokenOf = async (tenantId: string): Promise<string> => {
    searchKey ??= findKey(admin, `${prefix}_*`).catch((failure: unknown) => {
      searchKey = undefined;
      throw failure;
    });
    const { key, uid } = await searchKey;
    return generateTenantToken({
      apiKey: key,
      apiKeyUid: uid,
      searchRules: { [`${prefix}_*`]: { filter: `tenantId = ${quoted(tenantId)}` } },
      expiresAt: plus(wallClock(), minutes(5)),
    });
  };

  return {
    name: "meilisearch",

    write: (tenantId, changes) =>
      asking(async () => {
        for (const kind of new Set(changes.map((each) => each.kind))) {
          const index = await indexOf(kind);
          const [put, dropped] = partsOf(changes.filter((each) => each.kind === kind));
          if (put.length > 0) await succeeded(index.addDocuments(put.map((each) => stored(tenantId, each))));
          if (dropped.length > 0)
            await succeeded(index.deleteDocuments(dropped.map((id) => keyOf(tenantId, id))));
        }
      }),

    find: (scope, kind, query, { signal }) =>
      asking(async () => {
        const text = askedText(query.text);
        if (text === "" && query.text.trim() !== "") return nothingFor(query);
        const client = new Meilisearch({ host: url, apiKey: await tokenOf(scope.tenant.id) });
        const queries = queriesFor(`${prefix}_${kind}`, text, query);
        const { results } = await client
          .multiSearch<MultiSearchParams, StoredDocument>({ queries }, { signal })
          .catch(ifNoIndex({ results: [] }));
        return resultOf(query, results);
      }),
  };
}

/** The question itself, then one for each filtered field whose values are counted: those are counted without its own filter. */
function queriesFor(indexUid: string, text: string, query: SearchQuery): MultiSearchQuery[] {
  const { filters = [], without = [], facets = [], sort, page = 0, take } = query;
  const [own, free] = [ownFacets(query), facets.filter((field) => !ownFacets(query).includes(field))];
  const apart = without.length > 0 ? [`id NOT IN [${without.map(quoted).join(", ")}]`] : [];
  const narrowedBy = (kept: readonly SearchFilter[]) => [...kept.flatMap(conditionsOf), ...apart];
  const base = { indexUid, q: text, matchingStrategy: "all" as const };
  const main: MultiSearchQuery = {
    ...base,
    filter: narrowedBy(filters),
    facets: free.map((field) => `tags.${field}`),
    attributesToRetrieve: ["id"],
    ...(sort && { sort: [`numbers.${sort.field}:${sort.descending ? "desc" : "asc"}`] }),
    page: page + 1,
    hitsPerPage: take,
  };
  const counted = own.map((field) => ({
    ...base,
    filter: narrowedBy(filters.filter((filter) => filter.field !== field)),
    facets: [`tags.${field}`],
    limit: 0,
  }));
  return [main, ...counted];
}

const ownFacets = ({ filters = [], facets = [] }: SearchQuery): string[] =>
  facets.filter((field) => filters.some((filter) => filter.field === field));

function resultOf(query: SearchQuery, results: readonly MultiSearchResult<StoredDocument>[]): SearchResult {
  const [main, ...counted] = results;
  if (!main) return nothingFor(query);
  const own = ownFacets(query);
  const facets = (query.facets ?? []).map((field) => {
    const answer = own.includes(field) ? counted[own.indexOf(field)] : main;
    const values = Object.entries(answer?.facetDistribution?.[`tags.${field}`] ?? {});
    const counts = values.map(([value, count]) => ({ value, count }));
    return [field, counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const;
  });
  return {
    ids: main.hits.map(({ id }) => id),
    total: main.totalHits ?? main.estimatedTotalHits ?? 0,
    facets: Object.fromEntries(facets),
  };
}

function conditionsOf(filter: SearchFilter): string[] {
  if ("anyOf" in filter) return [`tags.${filter.field} IN [${filter.anyOf.map(quoted).join(", ")}]`];
  const { field, atLeast, atMost } = filter;
  return [
    ...(atLeast === undefined ? [] : [`numbers.${field} >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [`numbers.${field} <= ${atMost}`]),
  ];
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

const keyOf = (tenantId: string, id: string): string => `${tenantId}_${id}`;

function stored(tenantId: string, document: SearchDocument): StoredDocument {
  const { id, texts, tags, numbers, standing } = document;
  const [strong, middle, weak] = [texts.strong, texts.middle, texts.weak].map(wordsIn);
  return {
    key: keyOf(tenantId, id),
    tenantId,
    id,
    strong: strong!.plain,
    hanStrong: strong!.han,
    middle: middle!.plain,
    hanMiddle: middle!.han,
    weak: weak!.plain,
    hanWeak: weak!.han,
    tags,
    numbers,
    standing,
  };
}

function wordsIn(texts: readonly string[]): { plain: string; han: string } {
  const words = [...new Set([...wordsOf(texts.join("\n"))].flat())];
  const [han, plain] = [words.filter(isHan), words.filter((word) => !isHan(word))];
  return { plain: plain.join(" "), han: han.map(written).join(" ") };
}

/** Chinese characters as a word of letters and digits, which no dictionary takes apart. */
const written = (word: string): string =>
  Array.from(word, (letter) => `h${letter.codePointAt(0)!.toString(16)}`).join("");

const askedText = (text: string): string =>
  askedWords(text)
    .map(({ word }) => (isHan(word) ? written(word) : word))
    .join(" ");

function partsOf(changes: readonly SearchChange[]): [SearchDocument[], string[]] {
  const put = changes.flatMap(({ document }) => document ?? []);
  return [put, changes.filter(({ document }) => document === null).map(({ id }) => id)];
}

/** The key that signs tenants' tokens: it may search our indexes and nothing else. */
async function findKey(admin: Meilisearch, indexes: string): Promise<{ key: string; uid: string }> {
  const { results } = await admin.getKeys({ limit: 1000 });
  const known = results.find((key) => key.name === keyName && key.indexes.includes(indexes));
  return (
    known ?? admin.createKey({ name: keyName, actions: ["search"], indexes: [indexes], expiresAt: null })
  );
}

async function succeeded(task: ReturnType<Index["updateSettings"]>): Promise<void> {
  const { status, error } = await task.waitTask({ timeout: writeMs, interval: 25 });
  if (status !== "succeeded") throw new SearchUnavailable(`Meilisearch: ${error?.message ?? status}`);
}

/** Before the first document of a kind there is no index, and nothing to be found. */
const ifNoIndex =
  <Answer>(nothing: Answer) =>
  (failure: unknown): Answer => {
    if (failure instanceof MeilisearchApiError && failure.cause?.code === "index_not_found") return nothing;
    throw failure;
  };

async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (failure) {
    if (!(failure instanceof MeilisearchError) && !(failure instanceof DOMException)) throw failure;
    throw new SearchUnavailable(`Meilisearch: ${failure.message}`, { cause: failure });
  }
}

/** What was made once; a failure is not kept. */
function kept<Made>(
  known: Map<string, Promise<Made>>,
  name: string,
  make: () => Promise<Made>,
): Promise<Made> {
  const made = known.get(name) ?? make();
  known.set(name, made);
  made.catch(() => known.delete(name));
  return made;
}
