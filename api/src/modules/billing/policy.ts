import { type Scope } from "../../platform/scope/scope.ts";
import { failure } from "./errors.ts";

/** Whether tenants can pay here: no gateway is connected to Tessera itself, so modules are tried and operators grant the rest. */
export const canBuy: boolean = false;

/** A sandbox has what its live site has. Refuses with `billing.live_site_only`. */
export function assertLiveSite({ tenant }: Scope): void {
  if (tenant.isSandbox) throw failure("billing.live_site_only");
}
