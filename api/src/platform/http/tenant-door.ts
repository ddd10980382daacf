import { type Authenticate } from "../rpc/caller.ts";
import { type RateLimiter } from "../rpc/limits.ts";
import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";

/** What a route outside the dispatcher needs of the process: it is called with a token that says whose it is, or with credentials. */
export interface TenantDoor {
  readonly scopes: Scopes;
  readonly loadTenant: (id: string) => Promise<Tenant | null>;
  readonly authenticate: Authenticate;
  /** Shared with the dispatcher: calls of every kind count alike. */
  readonly limiter: RateLimiter;
}

let opened: TenantDoor | undefined;

/** Opens the door for routes of modules, once at the start of a serving process. */
export function useTenantDoor(door: TenantDoor): void {
  opened = door;
}

/** The way into a tenant for a route that found out whose its token is. */
export function tenantDoor(): TenantDoor {
  if (!opened) throw new Error("useTenantDoor was not called at the start of the process.");
  return opened;
}
