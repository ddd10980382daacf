import { type Scopes } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";

/** What a route outside the dispatcher needs of the process: it names no key, only a token that says whose it is. */
export interface TenantDoor {
  readonly scopes: Scopes;
  readonly loadTenant: (id: string) => Promise<Tenant | null>;
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
