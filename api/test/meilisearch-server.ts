import { createHmac } from "node:crypto";
import { type ServedAnswer, type ServedCall, VendorServer } from "./vendor-server.ts";

type Stored = Readonly<Record<string, unknown>>;

interface Key {
  readonly key: string;
  readonly uid: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly indexes: readonly string[];
}

/**
 * Meilisearch's interface, with its rules for indexes, tasks, keys, tenant tokens, filters, facets, sorting and pages. It compares
 * words letter by letter and forgives no slip: how well Meilisearch itself finds is a question for Meilisearch.
 */
export class MeilisearchServer extends VendorServer {
  readonly apiKey = "a-master-key-of-this-test";
  readonly indexes = new Map<string, { settings: Record<string, unknown>; documents: Map<string, Stored> }>();
  readonly keys: Key[] = [];
  /** Every search as it came, with the filter its token added. */
  readonly searches: { readonly tokenFilter: string | null; readonly query: Record<string, unknown> }[] = [];
  /** How many of the next searches are answered 503; what is written meanwhile is not troubled. */
  failingSearches = 0;
  readonly #tasks: { uid: number; type: string; status: string; error: object | null }[] = [];

  protected answer(asked: ServedCall): ServedAnswer {
    const { call, body, authorization } = asked;
    const token = authorization.replace(/^Bearer /, "");
    if (call === "POST /multi-search") {
      if (this.failingSearches > 0) {
        this.failingSearches -= 1;
        return refusal(503, "internal");
      }
      return this.#multiSearch(token, body);
    }
    if (token !== this.apiKey) return refusal(403, "invalid_api_key");
    const [method, path] = call.split(" ") as [string, string];
    const parts = path.split("/").slice(1);
    if (call === "GET /keys")
      return { status: 200, body: { results: this.keys, offset: 0, limit: 1000, total: 0 } };
    if (call === "POST /keys") return this.#createKey(body);
    if (call === "POST /indexes") return this.#createIndex(String(body["uid"]));
    if (method === "GET" && parts[0] === "tasks") return this.#taskAnswer(Number(parts[1]));
    if (parts[0] === "indexes" && parts[1] !== undefined)
      return this.#change(method, parts[1], parts.slice(2).join("/"), body);
    return refusal(404, "not_found");
  }

  #createKey({ name, actions, indexes }: Stored): ServedAnswer {
    const key = {
      name: String(name),
      actions: actions as string[],
      indexes: indexes as string[],
      key: `search-key-${this.keys.length}`,
      uid: `01936b4e-0000-4000-8000-00000000000${this.keys.length}`,
    };
    this.keys.push(key);
    return { status: 201, body: key };
  }

  #createIndex(uid: string): ServedAnswer {
    if (this.indexes.has(uid))
      return this.#done("indexCreation", { code: "index_already_exists", message: uid });
    this.indexes.set(uid, { settings: {}, documents: new Map() });
    return this.#done("indexCreation");
  }

  #change(method: string, uid: string, what: string, body: unknown): ServedAnswer {
    const index = this.indexes.get(uid);
    if (!index) return this.#done("unknown", { code: "index_not_found", message: uid });
    if (method === "PATCH" && what === "settings") {
      Object.assign(index.settings, body);
      return this.#done("settingsUpdate");
    }
    if (method === "POST" && what === "documents") {
      for (const each of Object.values(body as Record<string, Stored>)) {
        const key = String(each["key"]);
        if (!/^[\w-]+$/.test(key))
          return this.#done("documentAdditionOrUpdate", { code: "invalid_document_id", message: key });
        index.documents.set(key, each);
      }
      return this.#done("documentAdditionOrUpdate");
    }
    if (method === "POST" && what === "documents/delete-batch") {
      for (const key of Object.values(body as Record<string, string>)) index.documents.delete(key);
      return this.#done("documentDeletion");
    }
    return refusal(404, "not_found");
  }

  #done(type: string, error: object | null = null): ServedAnswer {
    const task = { uid: this.#tasks.length, type, status: error ? "failed" : "succeeded", error };
    this.#tasks.push(task);
    return {
      status: 202,
      body: { taskUid: task.uid, status: "enqueued", type, enqueuedAt: new Date().toISOString() },
    };
  }

  #taskAnswer(uid: number): ServedAnswer {
    const task = this.#tasks[uid];
    return task
      ? { status: 200, body: { ...task, enqueuedAt: new Date().toISOString() } }
      : refusal(404, "task_not_found");
  }

  #multiSearch(token: string, body: Stored): ServedAnswer {
    const rules = this.#rulesOf(token);
    if (!rules) return refusal(403, "invalid_api_key");
    const results: object[] = [];
    for (const query of body["queries"] as Record<string, unknown>[]) {
      const uid = String(query["indexUid"]);
      const rule = Object.entries(rules).find(([pattern]) => uid.startsWith(pattern.replace("*", "")))?.[1];
      if (!rule) return refusal(403, "invalid_api_key");
      const index = this.indexes.get(uid);
      if (!index) return refusal(404, "index_not_found");
      this.searches.push({ tokenFilter: rule.filter ?? null, query });
      const filterable = index.settings["filterableAttributes"] as string[];
      const conditions = [rule.filter ?? [], (query["filter"] ?? []) as string[]].flat();
      results.push(searched([...index.documents.values()], { query, conditions, filterable }));
    }
    return { status: 200, body: { results } };
  }

  /** What a tenant token allows; null when it is no good. */
  #rulesOf(token: string): Record<string, { filter?: string }> | null {
    const [head, payload, signature] = token.split(".");
    if (!head || !payload || !signature) return null;
    const { searchRules, apiKeyUid, exp } = JSON.parse(Buffer.from(payload, "base64url").toString()) as {
      searchRules: Record<string, { filter?: string }>;
      apiKeyUid: string;
      exp: number;
    };
    const parent = this.keys.find(({ uid }) => uid === apiKeyUid);
    if (!parent?.actions.includes("search")) return null;
    const expected = createHmac("sha256", parent.key).update(`${head}.${payload}`).digest("base64url");
    return expected === signature.replace(/=+$/, "") && exp * 1000 > Date.now() ? searchRules : null;
  }
}

interface Asked {
  readonly query: Record<string, unknown>;
  readonly conditions: readonly string[];
  readonly filterable: readonly string[];
}

function searched(documents: readonly Stored[], { query, conditions, filterable }: Asked): object {
  const words = ((query["q"] as string | undefined) ?? "").split(" ").filter(Boolean);
  const found = documents.filter(
    (each) => holdsAll(each, words) && conditions.every((condition) => passes(each, condition, filterable)),
  );
  const [field, direction] = ((query["sort"] as string[] | undefined)?.[0] ?? "standing:desc").split(":");
  const sign = direction === "desc" ? -1 : 1;
  const places = found.map((each) => ({
    each,
    by: valueOf(each, field!) as number | undefined,
    at: placeOf(each, words),
  }));
  const isSorted = field !== "standing";
  places.sort((a, b) => {
    if (!isSorted && a.at !== b.at) return a.at - b.at;
    if (a.by === undefined || b.by === undefined)
      return Number(a.by === undefined) - Number(b.by === undefined);
    return sign * (a.by - b.by);
  });
  const facets = ((query["facets"] as string[] | undefined) ?? []).map((name) => [
    name,
    countsOf(found, name),
  ]);
  const [page, size] = [Number(query["page"] ?? 1), Number(query["hitsPerPage"] ?? 0)];
  const shown = places.slice((page - 1) * size, page * size).map(({ each }) => ({ id: each["id"] }));
  return {
    indexUid: query["indexUid"],
    hits: shown,
    totalHits: found.length,
    facetDistribution: Object.fromEntries(facets),
  };
}

const fieldsInOrder = ["strong", "hanStrong", "middle", "hanMiddle", "weak", "hanWeak"];
const wordsIn = (each: Stored, field: string) => ((each[field] as string | undefined) ?? "").split(" ");

const holds = (each: Stored, field: string, word: string, isLast: boolean) =>
  wordsIn(each, field).some((held) => held === word || (isLast && held.startsWith(word)));

const holdsAll = (each: Stored, words: readonly string[]) =>
  words.every((word, at) => fieldsInOrder.some((field) => holds(each, field, word, at === words.length - 1)));

const placeOf = (each: Stored, words: readonly string[]) =>
  words.reduce(
    (sum, word, at) =>
      sum + fieldsInOrder.findIndex((field) => holds(each, field, word, at === words.length - 1)),
    0,
  );

const valueOf = (each: Stored, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (value as Stored | undefined)?.[name], each);

function countsOf(found: readonly Stored[], path: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of found)
    for (const value of [valueOf(each, path) ?? []].flat() as string[])
      counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** One condition of a filter: `=`, `IN`, `NOT IN`, `>=` and `<=`, on attributes that were made filterable. */
function passes(each: Stored, condition: string, filterable: readonly string[]): boolean {
  const [, path, operator, operand] = /^([\w.]+) (=|NOT IN|IN|>=|<=) (.+)$/s.exec(condition) ?? [];
  if (!path || !operator || !operand) throw new Error(`Not a filter: ${condition}`);
  if (!filterable.some((name) => path === name || path.startsWith(`${name}.`)))
    throw new Error(`Not filterable: ${path}`);
  const values = [valueOf(each, path) ?? []].flat();
  if (operator === ">=") return values.some((value) => (value as number) >= Number(operand));
  if (operator === "<=") return values.some((value) => (value as number) <= Number(operand));
  const wanted = operator === "=" ? [JSON.parse(operand)] : (JSON.parse(operand) as unknown[]);
  return values.some((value) => wanted.includes(value)) !== (operator === "NOT IN");
}

const refusal = (status: number, code: string): ServedAnswer => ({
  status,
  body: { message: code, code, type: "invalid_request", link: "" },
});
