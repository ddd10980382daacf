import { installedModules } from "../../../platform/installed-modules.ts";
import { type UsageLimit } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { UsageCounter } from "../models/usage-counter.ts";
import { periodAt } from "../rules/usage-period.ts";
import { siteOf } from "../settings.ts";

/**
 * Counts what an operation consumes, in its transaction, so that no number of callers at once gets past the limit. Refuses with
 * `tenancy.usage_limit`. A sandbox counts nothing. Callers that wait for one another elsewhere come here afterwards: the counter
 * stays theirs until they commit.
 */
export async function consumeLimit(scope: Scope, metric: string, count = 1): Promise<void> {
  const { tenant, now } = scope;
  if (tenant.isSandbox) return;
  const most = tenant.limits[metric] ?? null;
  const period = periodOf(scope, metric);
  const counted = await scope.sql`
    insert into usage_counters (tenant_id, metric, period, used, created_at, updated_at)
    select ${tenant.id}::uuid, ${metric}::text, ${period}::text, ${count}::bigint, ${now}::timestamptz, ${now}::timestamptz
    where ${most}::bigint is null or ${count}::bigint <= ${most}::bigint
    on conflict (tenant_id, metric, period) do update
      set used = usage_counters.used + excluded.used, updated_at = excluded.updated_at
      where ${most}::bigint is null or usage_counters.used + excluded.used <= ${most}::bigint
    returning used`;
  if (counted.length > 0) return;
  throw failure("tenancy.usage_limit", { metric, used: await usedOf(scope, metric), limit: most ?? 0 });
}

/** Gives back what is no longer there, of a metric that counts what is there at a time. */
export async function releaseLimit(scope: Scope, metric: string, count = 1): Promise<void> {
  const { tenant, now } = scope;
  if (tenant.isSandbox) return;
  await scope.sql`
    update usage_counters set used = greatest(used - ${count}::bigint, 0), updated_at = ${now}
    where tenant_id = ${tenant.id} and metric = ${metric} and period = ${periodOf(scope, metric)}`;
}

/** How much of a metric is used in the period that runs now. */
export async function usedOf(scope: Scope, metric: string): Promise<number> {
  const [counter] = await scope.read<{ used: number }>`
    select used from ${UsageCounter} u where metric = ${metric} and period = ${periodOf(scope, metric)}`;
  return counter?.used ?? 0;
}

/** Every metric that plans may limit, by its name. */
export const usageLimits = (): ReadonlyMap<string, UsageLimit> =>
  new Map(installedModules().flatMap(({ limits = {} }) => Object.entries(limits)));

function periodOf({ tenant, now }: Scope, metric: string): string {
  const limit = usageLimits().get(metric);
  if (!limit) throw new Error(`No module declares the limit ${metric}.`);
  return periodAt(limit.period, now, siteOf(tenant).timeZone);
}
