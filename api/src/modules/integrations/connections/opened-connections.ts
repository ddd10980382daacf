import { FreshCache } from "../../../platform/fresh-cache.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Connection } from "../models/connection.ts";
import { type ConnectionKind } from "./vendors/vendor.ts";

/** A connection as it is used: its secrets still sealed. */
export type UsedConnection = Pick<
  Connection,
  "tenantId" | "id" | "kind" | "vendor" | "state" | "options" | "credentialsSealed" | "version"
>;

// Every process learns of a change within 5 seconds: 4 in the cache, the rest for the reading.
const known = new FreshCache<readonly UsedConnection[]>({ maxAgeMs: 4000, maxEntries: 10_000 });

/** Lets this process see a change of a tenant's connections as soon as it is committed. */
export const forgetConnections = (tenantId: string): void => known.forget(tenantId);

/** The tenant's connections in the order they answer, the disconnected ones among them. */
const connectionsOf = (scope: Scope): Promise<readonly UsedConnection[]> =>
  known.get(
    scope.tenant.id,
    () => scope.read<UsedConnection>`
      select tenant_id, id, kind, vendor, state, options, credentials_sealed, version
      from ${Connection} c where state <> 'new' order by rank, id`,
  );

/** The connections of a kind that answer, the first one first. */
export const activeConnections = async (
  scope: Scope,
  kind: ConnectionKind,
): Promise<readonly UsedConnection[]> =>
  (await connectionsOf(scope)).filter((each) => each.kind === kind && each.state === "active");

/** A connection by its id, even when it was disconnected since; null when there is none. */
export const findConnection = async (scope: Scope, id: string): Promise<UsedConnection | null> =>
  (await connectionsOf(scope)).find((each) => each.id === id) ?? null;
