import { type House } from "../../api/src/house.ts";
import { businessTime } from "../../api/src/platform/clock.ts";
import { systemScope } from "../../api/src/platform/jobs/system-scope.ts";
import { type Scope } from "../../api/src/platform/scope/scope.ts";
import { type Tenant } from "../../api/src/platform/scope/tenant.ts";

/** Does something in a tenant without a request, in one transaction; now, or at a moment of its past. */
export function within<Result>(
  { scopes }: House,
  tenant: Tenant,
  work: (scope: Scope) => Promise<Result>,
  now = businessTime(tenant),
): Promise<Result> {
  return scopes.transact(systemScope(tenant, { cause: "demo", requestId: "demo", now }), work);
}
