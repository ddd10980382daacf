import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { forgetTenant } from "../directory.ts";
import { type PlanKey } from "../rules/plans.ts";

/** Which plan a live tenant has, and what its team and operators decided beside it. */
export interface PlanStanding {
  readonly plan: PlanKey;
  /** Whether the plan is being tried; when the trial ends, the free plan takes its place. */
  readonly isOnTrial: boolean;
  /** When the trial began and ends or ended; null for a tenant that never had one. */
  readonly trialStartedAt: Date | null;
  readonly trialEndsAt: Date | null;
  /** Modules under licences of its own that are in force. */
  readonly licensedModules: readonly string[];
  readonly switchedOffModules: readonly string[];
  readonly ownLimits: Readonly<Record<string, number | null>>;
}

/** Reads how the tenant stands; of a sandbox, how its live tenant does. */
export async function readStanding(scope: Scope): Promise<PlanStanding> {
  const { id, parentId } = scope.tenant;
  const [row] = await scope.read<PlanStanding>`
    select plan, is_on_trial, trial_started_at, trial_ends_at, licensed_modules, switched_off_modules, own_limits
    from tenants where id = ${parentId ?? id}`;
  if (!row) throw notFound();
  return row;
}

/** Keeps the live tenant's rights from changing until the call's transaction ends, and reads them. */
export async function lockStanding(scope: Scope): Promise<PlanStanding> {
  if (scope.tenant.isSandbox) throw new Error("A sandbox has the rights of its live tenant.");
  await scope.sql`select id from tenants where id = ${scope.tenant.id} for update`;
  return readStanding(scope);
}

/** Lets this process see changed rights of the tenant and its sandbox at once; the others see them within five seconds. */
export async function forgetRights(scope: Scope): Promise<void> {
  const own = await scope.sql<{ id: string }>`
    select id from tenants where id = ${scope.tenant.id} or parent_id = ${scope.tenant.id}`;
  for (const { id } of own) forgetTenant(id);
}
