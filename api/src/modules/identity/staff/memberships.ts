import { withinTenant } from "../../../platform/scope/open.ts";
import { type StaffRole } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { readTenant } from "../../tenancy/index.ts";
import { Membership } from "../models/membership.ts";
import { permissionsOf } from "../rules/staff-permissions.ts";
import { allPermissions } from "../session-states.ts";

/** A tenant an account may sign in to. */
export interface OpenTenant extends Tenant {
  readonly liveName: string;
}

/** The tenants an account belongs to and their sandboxes, live ones first. */
export async function tenantsOf(scope: Scope, accountId: string): Promise<OpenTenant[]> {
  return scope.read<OpenTenant>`
    select t.id, t.slug, t.name, t.is_sandbox, t.parent_id, t.status, t.clock_offset_ms, t.active_modules, t.limits, t.settings,
      l.name as live_name
    from account_tenants a
    join tenants l on l.id = a.tenant_id
    join tenants_with_rights t on t.id = l.id or t.parent_id = l.id
    where a.account_id = ${accountId}
    order by l.created_at, l.id, t.is_sandbox`;
}

/** The live tenant of a tenant: itself, or the one a sandbox belongs to. */
async function liveTenantOf(scope: Scope, tenant: Tenant): Promise<Tenant> {
  const live = tenant.parentId === null ? tenant : await readTenant(scope, tenant.parentId);
  if (!live) throw new Error(`The live tenant of ${tenant.id} is gone.`);
  return live;
}

/** An account's membership in a tenant, or null; a sandbox has those of its live tenant. Needs a transaction. */
export async function membershipIn(
  scope: Scope,
  tenant: Tenant,
  accountId: string,
): Promise<Membership | null> {
  const live = await liveTenantOf(scope, tenant);
  return withinTenant(scope, live, (inside) => findMembership(inside, accountId));
}

const findMembership = async (scope: Scope, accountId: string): Promise<Membership | null> =>
  (await scope.query(Membership).findOne({ accountId })) ?? null;

/** Makes an account a member of the team of the scope's live tenant, with the permissions of a role. */
export async function addMembership(scope: Scope, accountId: string, staffRole: StaffRole): Promise<void> {
  await scope.query(Membership).insert({ accountId, staffRole, granted: [], denied: [] });
  await scope.sql`
    insert into account_tenants (account_id, tenant_id, created_at)
    values (${accountId}, ${scope.tenant.id}, ${scope.now}) on conflict do nothing`;
}

/** Whether somebody else of the team may do something too; a sandbox has the team of its live tenant. Needs a transaction. */
export async function hasColleagueWith(
  scope: Scope,
  permission: string,
  exceptAccountId: string,
): Promise<boolean> {
  const able = await colleaguesWith(scope, permission);
  return able.some((accountId) => accountId !== exceptAccountId);
}

/** The accounts of the team that may do something; a sandbox has the team of its live tenant. Needs a transaction. */
export async function colleaguesWith(scope: Scope, permission: string): Promise<string[]> {
  const live = await liveTenantOf(scope, scope.tenant);
  const team = await withinTenant(scope, live, findTeam);
  return team
    .filter((membership) => permissionsOf(membership, allPermissions()).includes(permission))
    .map(({ accountId }) => accountId);
}

const findTeam = async (scope: Scope): Promise<Membership[]> => scope.query(Membership);
