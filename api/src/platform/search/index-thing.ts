import { type z } from "zod";
import { type Job, threePartJob } from "../jobs/job.ts";
import { type SearchKind } from "../module.ts";
import { announce, type EventName } from "../outbox/announce.ts";
import { searchEngine } from "../providers/search/for-tenant.ts";
import { gone, type Indexed, type SearchChange } from "../providers/search/port.ts";
import { knownVersion, putDocuments } from "../providers/search/record.ts";
import { type Scope } from "../scope/scope.ts";
import { planCount } from "./count-words.ts";

declare global {
  interface DomainEvents {
    /** What a search engine outside knows of a thing is out of date. */
    "search.outdated": { kind: string; id: string };
  }
}

interface Followed<Fact> {
  /** `module.index_thing`. */
  readonly name: string;
  readonly on: readonly EventName[];
  readonly payload: z.ZodType<Fact>;
  readonly idOf: (fact: Fact) => string;
}

/** The job that keeps the search in step with a kind of things, after every event that may change one. */
export const indexJob = <Fact>(kind: SearchKind, { idOf, ...followed }: Followed<Fact>): Job =>
  threePartJob({ ...followed, ...indexing((fact: Fact) => ({ kind, id: idOf(fact) })) });

interface Sent extends SearchChange {
  readonly tenantId: string;
  readonly version: number;
}

/** The three parts of indexing a thing: the database knows it first, then the engine outside, if there is one. */
export const indexing = <Fact>(thingOf: (fact: Fact) => { kind: SearchKind; id: string }) => ({
  async prepare(scope: Scope, fact: Fact): Promise<Sent | null> {
    const { kind, id } = thingOf(fact);
    const { version, document } = await indexThing(scope, kind, id);
    return searchEngine().write
      ? { tenantId: scope.tenant.id, kind: kind.kind, id, version, document }
      : null;
  },
  async call({ tenantId, ...change }: Sent, options: { readonly signal: AbortSignal }): Promise<void> {
    await searchEngine().write?.(tenantId, [change], options);
  },
  // Two workers may send one thing at a time, and the older state arrive last.
  async finish(scope: Scope, { kind, id, version }: Sent): Promise<void> {
    if ((await knownVersion(scope, kind, id)) !== version)
      await announce(scope, "search.outdated", { kind, id });
  },
});

/** Tells the search in the database how a thing is now; answers what it was told. */
export async function indexThing(scope: Scope, kind: SearchKind, id: string): Promise<Indexed> {
  const indexed = await kind.document(scope, id);
  await putDocuments(scope, kind.kind, [{ id, ...indexed }]);
  await planCount(scope, kind.kind);
  return indexed;
}

/**
 * Takes a thing out of the search in the caller's transaction: from its commit on nobody finds it. `version` is that of the state in which
 * it may not be found; without one it is gone for good, and an engine outside is told so. The kind's events bring it back.
 */
export async function hideFromSearch(
  scope: Scope,
  { kind, id, version }: { readonly kind: string; readonly id: string; readonly version?: number },
): Promise<void> {
  const hidden = version === undefined ? gone : { version, document: null };
  await putDocuments(scope, kind, [{ id, ...hidden }]);
  if (version !== undefined) return;
  await planCount(scope, kind);
  await announce(scope, "search.outdated", { kind, id });
}
