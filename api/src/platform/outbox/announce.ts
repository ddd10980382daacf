import { newId } from "../ids.ts";
import { type Scope } from "../scope/scope.ts";
import { signalOutbox } from "./signal.ts";

declare global {
  /** Every fact a module announces, by name: ids, amounts, times, a version; never a name, a text or a secret. */
  interface DomainEvents {}
}

export type EventName = Extract<keyof DomainEvents, string>;

/**
 * Records a fact in the caller's transaction. After the commit the relay hands it, at least once and in no order, to every
 * subscriber, and makes frames for its recipients and deliveries for webhooks. Dates become ISO strings on the way.
 */
export async function announce<Name extends EventName>(
  scope: Scope,
  name: Name,
  fact: DomainEvents[Name],
): Promise<void> {
  await scope.sql`
    insert into outbox (tenant_id, id, name, fact, happened_at)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${name}, ${JSON.stringify(fact)}, ${scope.now})`;
  signalOutbox();
}
