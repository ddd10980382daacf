import { wallClock } from "../../../platform/clock.ts";
import { systemScope } from "../../../platform/jobs/system-scope.ts";
import { type ScopeOptions, type Scopes } from "../../../platform/scope/open.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { activeConnections, type UsedConnection } from "./opened-connections.ts";
import { type ConnectionKind } from "./vendors/vendor.ts";

/** A scope of a tenant for callers without one. */
export const outside = (tenant: Tenant, kind: ConnectionKind): ScopeOptions =>
  systemScope(tenant, { cause: kind, requestId: kind, now: wallClock() });

/** The connection of a kind that is asked first, for callers without a scope. */
export async function firstOutside(
  scopes: Scopes,
  tenant: Tenant,
  kind: ConnectionKind,
): Promise<UsedConnection | undefined> {
  const [first] = await scopes.inspect(outside(tenant, kind), (scope) => activeConnections(scope, kind));
  return first;
}
