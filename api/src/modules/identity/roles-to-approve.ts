import { installedModules } from "../../platform/installed-modules.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { askedRoles, type MemberRoles, noRoles } from "./rules/roles.ts";
import { firstRole } from "./settings.ts";

/** The roles that somebody who asks for them has only once the site's team approves. */
export const rolesToApprove = (tenant: Tenant): string[] =>
  installedModules().flatMap((module) => module.rolesToApprove?.(tenant) ?? []);

/** What somebody new is who asked for these roles; for the first the site offers when they said nothing. */
export const startingRoles = (tenant: Tenant, asked?: readonly string[]): MemberRoles =>
  askedRoles(noRoles, asked ?? [firstRole(tenant)], rolesToApprove(tenant));
