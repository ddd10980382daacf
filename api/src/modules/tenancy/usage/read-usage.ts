import { type Scope } from "../../../platform/scope/scope.ts";
import { UsageCounter } from "../models/usage-counter.ts";
import { periodAt } from "../rules/usage-period.ts";
import { siteOf } from "../settings.ts";
import { usageLimits } from "./consume-limit.ts";

/** How much of one metric a site uses. */
export interface Usage {
  readonly metric: string;
  /** The module that consumes it; `core` is part of every site. */
  readonly module: string;
  readonly period: "month" | "always";
  readonly used: number;
  /** Null where there is no limit. */
  readonly limit: number | null;
}

/** What the scope's tenant uses of every metric in the period that runs now; a sandbox uses nothing. */
export async function readUsage(scope: Scope): Promise<Usage[]> {
  const { tenant, now } = scope;
  const month = periodAt("month", now, siteOf(tenant).timeZone);
  const counters = await scope.read<{ metric: string; period: string; used: number }>`
    select metric, period, used from ${UsageCounter} u where period in ('always', ${month})`;
  return [...usageLimits()].map(([metric, { module, period }]) => {
    const current = period === "always" ? "always" : month;
    const counter = counters.find((each) => each.metric === metric && each.period === current);
    return { metric, module, period, used: counter?.used ?? 0, limit: tenant.limits[metric] ?? null };
  });
}
