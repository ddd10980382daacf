import { type Actor } from "../scope/actor.ts";
import { type Scopes } from "../scope/open.ts";
import { type RequestFacts, type Scope } from "../scope/scope.ts";
import { noTenant, type Tenant } from "../scope/tenant.ts";
import { sqlStateOf } from "./answer.ts";
import { type Bulkhead } from "./bulkhead.ts";
import { giveKeyBack, holdKey, type IdempotentUse, keepAnswer, takeKey } from "./idempotency.ts";
import { type Call } from "./procedure.ts";

interface DispatchedCallParts {
  readonly scopes: Scopes;
  readonly bulkhead: Bulkhead;
  readonly tenant: Tenant | null;
  readonly actor: Actor;
  readonly now: Date;
  readonly facts: RequestFacts;
  readonly use: IdempotentUse | null;
}

const mostAttempts = 3;

/** Whether two transactions stood in each other's way and this one was ended: deadlock_detected, serialization_failure. */
const wasGivenUp = (thrown: unknown): boolean => ["40P01", "40001"].includes(sqlStateOf(thrown) ?? "");

/** A call on its way: opens the caller's transactions and keeps the answer under the Idempotency-Key. */
export class DispatchedCall implements Call {
  readonly #parts: DispatchedCallParts;
  /** Lets go of the key that is held while the operation is outside; null while none is. */
  #letGo: (() => void) | null = null;

  constructor(parts: DispatchedCallParts) {
    this.#parts = parts;
  }

  transact<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result> {
    const { use } = this.#parts;
    return this.#inTransaction(async (scope) => {
      if (use) await takeKey(scope, use);
      const result = await work(scope);
      if (use) await keepAnswer(scope, use, result);
      return result;
    });
  }

  async begin<Prepared>(work: (scope: Scope) => Promise<Prepared>): Promise<Prepared> {
    const { use } = this.#parts;
    const prepared = await this.#inTransaction(async (scope) => {
      if (use) await takeKey(scope, use);
      return work(scope);
    });
    const { scopes, bulkhead: _bulkhead, ...options } = this.#withTenant();
    this.#letGo = use && holdKey(scopes, options, use);
    return prepared;
  }

  async complete<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result> {
    const { use } = this.#parts;
    const result = await this.#inTransaction(async (scope) => {
      const answer = await work(scope);
      if (use) await keepAnswer(scope, use, answer);
      return answer;
    });
    this.#letGo?.();
    this.#letGo = null;
    return result;
  }

  inspect<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result> {
    const { bulkhead, scopes, ...options } = this.#withTenant();
    return bulkhead.run(options.tenant.id, () => scopes.inspect(options, work));
  }

  /** Gives the Idempotency-Key back when the operation failed between its parts. */
  async abandon(): Promise<void> {
    const { use } = this.#parts;
    if (!this.#letGo || !use) return;
    this.#letGo();
    this.#letGo = null;
    await this.#inTransaction((scope) => giveKeyBack(scope, use));
  }

  /** Runs work again when PostgreSQL ended it so that another could go on: nothing of it has happened then. */
  async #inTransaction<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result> {
    const { bulkhead, scopes, ...options } = this.#withTenant();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await bulkhead.run(options.tenant.id, () => scopes.transact(options, work));
      } catch (thrown) {
        if (attempt === mostAttempts || !wasGivenUp(thrown)) throw thrown;
      }
    }
  }

  #withTenant() {
    const { scopes, bulkhead, tenant, actor, now, facts } = this.#parts;
    return { scopes, bulkhead, tenant: tenant ?? noTenant, actor, now, request: facts };
  }
}
