import { type SearchKind } from "../module.ts";
import { searchEngine } from "../providers/search/for-tenant.ts";
import { gone, type SearchChange } from "../providers/search/port.ts";
import { countWords, knownIds, putDocuments } from "../providers/search/record.ts";
import { type Scope } from "../scope/scope.ts";

/** Runs work in a transaction of the tenant. */
type Within = <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;

const batch = 50;
const writeMs = 60_000;

/**
 * Writes what the search knows of all things of a kind anew, also in an engine outside, while it goes on answering; answers how many
 * can be found. Things that are no more are taken out; changes made meanwhile are kept.
 */
export async function rebuildKind(within: Within, kind: SearchKind): Promise<number> {
  const seen = new Set<string>();
  let shown = 0;
  for (let after: string | null = null; ;) {
    const { ids, changes } = await within((scope) => indexPage(scope, kind, after));
    shown += changes.filter(({ document }) => document !== null).length;
    for (const id of ids) seen.add(id);
    await send(within, changes);
    after = ids.at(-1) ?? null;
    if (ids.length < batch) break;
  }
  for (let after: string | null = null; ;) {
    const ids = await within((scope) => knownIds(scope, kind.kind, { after, limit: batch }));
    const left = ids.filter((id) => !seen.has(id));
    await send(within, await within((scope) => dropLeft(scope, kind, left)));
    after = ids.at(-1) ?? null;
    if (ids.length < batch) break;
  }
  await within((scope) => countWords(scope, kind.kind));
  return shown;
}

async function indexPage(scope: Scope, kind: SearchKind, after: string | null) {
  const ids = await kind.ids(scope, { after, limit: batch });
  const things: { id: string; version: number; document: SearchChange["document"] }[] = [];
  for (const id of ids) things.push({ id, ...(await kind.document(scope, id)) });
  await putDocuments(scope, kind.kind, things);
  return { ids, changes: things.map(({ id, document }) => ({ kind: kind.kind, id, document })) };
}

/** Takes out those of these things that are no more; one made since the walk began is there. */
async function dropLeft(scope: Scope, kind: SearchKind, ids: readonly string[]): Promise<SearchChange[]> {
  const dropped: SearchChange[] = [];
  for (const id of ids) {
    const { version, document } = await kind.document(scope, id);
    if (version !== gone.version) continue;
    await putDocuments(scope, kind.kind, [{ id, version, document }]);
    dropped.push({ kind: kind.kind, id, document });
  }
  return dropped;
}

async function send(within: Within, changes: readonly SearchChange[]): Promise<void> {
  const engine = searchEngine();
  if (!engine.write || changes.length === 0) return;
  const tenantId = await within(async ({ tenant }) => tenant.id);
  await engine.write(tenantId, changes, { signal: AbortSignal.timeout(writeMs) });
}
