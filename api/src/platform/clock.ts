import { type Tenant } from "./scope/tenant.ts";

/** The wall clock, for security time only: tokens, signatures, limits and leases. */
export const wallClock = (): Date => new Date();

/** The tenant's business time, the only time an operation sees. A sandbox's may run ahead of the wall clock. */
export const businessTime = (tenant: Tenant): Date => new Date(Date.now() + tenant.clockOffsetMs);
