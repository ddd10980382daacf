import { type Pool } from "../rules/pool.ts";

interface KeptPool {
  readonly version: string;
  readonly pool: Pool;
}

/** The pools of the sites that asked last, so that a question costs milliseconds. What is kept is asked for by its version. */
export class KeptPools {
  readonly #pools = new Map<string, KeptPool>();
  readonly #mostPeople: number;

  constructor(mostPeople: number) {
    this.#mostPeople = mostPeople;
  }

  /** A site's pool of this very version. */
  find(tenantId: string, version: string): Pool | null {
    const kept = this.#pools.get(tenantId);
    if (!kept || kept.version !== version) return null;
    this.#pools.delete(tenantId);
    this.#pools.set(tenantId, kept);
    return kept.pool;
  }

  /** Keeps a site's pool; the sites that asked longest ago make room. */
  keep(tenantId: string, version: string, pool: Pool): void {
    this.#pools.delete(tenantId);
    this.#pools.set(tenantId, { version, pool });
    let people = 0;
    for (const { pool: kept } of this.#pools.values()) people += kept.candidates.length;
    for (const [oldest, { pool: kept }] of this.#pools) {
      if (people <= this.#mostPeople) return;
      people -= kept.candidates.length;
      this.#pools.delete(oldest);
    }
  }
}

/** About 1 kB a person in memory. */
export const keptPools = new KeptPools(200_000);
