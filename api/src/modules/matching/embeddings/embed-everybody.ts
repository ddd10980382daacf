import { aiFor } from "../../../platform/providers/ai/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readEverybody } from "../match/read-candidates.ts";
import { keepVectors } from "./store.ts";

const textsAtOnce = 200;

/** Runs work in a transaction of one tenant. */
export type WithinTenant = <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;

/**
 * Gives every listed profile of a site a vector that has none of its present text, and answers how many got one; run again, none.
 * It waits for the provider between its transactions, so it is for the command line and not for a request.
 */
export async function embedEverybody(within: WithinTenant, signal: AbortSignal): Promise<number> {
  let done = 0;
  for (;;) {
    const { ai, some } = await within(async (scope) => {
      const provider = await aiFor(scope);
      const { missing } = await readEverybody(scope, provider.embedding.id);
      return { ai: provider, some: missing.slice(0, textsAtOnce) };
    });
    if (some.length === 0) return done;
    const vectors = await ai.embed(
      some.map(({ text }) => text),
      { signal },
    );
    await within((scope) => keepVectors(scope, ai.embedding.id, some, vectors));
    done += some.length;
  }
}
