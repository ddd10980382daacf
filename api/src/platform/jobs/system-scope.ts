import { type ScopeOptions } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";

/** What a job or timer runs with: no caller, no request, the time it is told. */
export const systemScope = (
  tenant: Tenant,
  { cause, requestId, now }: { cause: string; requestId: string; now: Date },
): ScopeOptions => ({
  tenant,
  actor: { kind: "system", cause },
  now,
  request: { requestId, ip: null, origin: null, locale: "en", userAgent: null },
});
