import { type StaffRole } from "../../../platform/scope/actor.ts";
import { withinTenant } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { failure } from "../errors.ts";
import { Membership } from "../models/membership.ts";
import { Session } from "../models/session.ts";
import { forgetSession } from "../session-states.ts";
import { endSessions } from "../sessions.ts";

/** The team of the scope's live tenant, kept from changing until the call's transaction ends. */
export async function lockTeam(scope: Scope): Promise<Membership[]> {
  if (scope.tenant.isSandbox) throw failure("identity.team_of_sandbox");
  return scope.query(Membership).orderBy("accountId").forUpdate();
}

/** Refuses with `identity.last_owner` when nobody else would be an owner after a change. */
export function assertOwnerRemains(
  team: readonly Membership[],
  accountId: string,
  newRole: StaffRole | null,
): void {
  const others = team.filter(
    (membership) => membership.accountId !== accountId && membership.staffRole === "owner",
  );
  if (others.length === 0 && newRole !== "owner") throw failure("identity.last_owner");
}

/** Signs a team member out of the live tenant and of its sandbox. */
export const endTeamSessions = (scope: Scope, accountId: string): Promise<void> =>
  inBothTenants(scope, async (inside) => {
    await endSessions(inside, { accountId }, "deactivated");
  });

/** Lets this process see a team member's new rights as soon as they are committed. */
export const forgetTeamMember = (scope: Scope, accountId: string): Promise<void> =>
  inBothTenants(scope, (inside) => forgetSessionsOf(inside, accountId));

async function forgetSessionsOf(scope: Scope, accountId: string): Promise<void> {
  const living = await scope.query(Session).where({ accountId }).whereNull("endedAt").select("id");
  for (const { id } of living) forgetSession(scope.tenant.id, id);
}

async function inBothTenants(scope: Scope, work: (scope: Scope) => Promise<void>): Promise<void> {
  await work(scope);
  const sandboxes = await scope.sql<Tenant>`
    select id, slug, name, is_sandbox, parent_id, status, clock_offset_ms, settings
    from tenants where parent_id = ${scope.tenant.id}`;
  for (const sandbox of sandboxes) await withinTenant(scope, sandbox, work);
}
