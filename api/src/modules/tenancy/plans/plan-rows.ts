import { type Scope } from "../../../platform/scope/scope.ts";
import { type PlanKey } from "../rules/plans.ts";

/** What tenants of a plan may use. */
export interface Plan {
  readonly key: PlanKey;
  readonly modules: readonly string[];
  /** Most units of a metric; a metric without one is not limited. */
  readonly limits: Readonly<Record<string, number | null>>;
  /** For so many days a subscription goes on after its period ended unpaid. */
  readonly graceDays: number;
  /** Whether widgets and mails of its tenants may leave out that Tessera is behind them. */
  readonly mayHidePoweredBy: boolean;
}

/** All plans, the smallest first. */
export const readPlans = (scope: Scope): Promise<Plan[]> =>
  scope.read<Plan>`select key, modules, limits, grace_days, may_hide_powered_by from plans order by rank`;

/** Changes what tenants of a plan may use, in every process within five seconds. For operators' calls, which are for no tenant. */
export async function changePlanRow(
  scope: Scope,
  { key, modules, limits, graceDays, mayHidePoweredBy }: Plan,
): Promise<void> {
  await scope.sql`
    update plans set modules = ${[...modules]}, limits = ${JSON.stringify(limits)}, grace_days = ${graceDays},
      may_hide_powered_by = ${mayHidePoweredBy}, updated_at = ${scope.now}
    where key = ${key}`;
}

/** How long subscriptions of the scope's tenant go on unpaid, by its plan. */
export async function graceDaysOf(scope: Scope): Promise<number> {
  const [row] = await scope.read<{ graceDays: number }>`
    select p.grace_days from tenants t join plans p on p.key = t.plan where t.id = ${scope.tenant.id}`;
  return row?.graceDays ?? 0;
}
