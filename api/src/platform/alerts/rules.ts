import { type CallTotals, durationBounds } from "./call-minutes.ts";

/** What the rules look at: the installation as it is now. */
export interface Readings {
  /** Of the last `windowMinutes`. */
  readonly calls: CallTotals;
  readonly relayLagSeconds: number;
  readonly timersOverdueSeconds: number;
  readonly failedJobs: number;
}

/** One thing somebody should be woken for. */
export interface AlertRule {
  readonly name: string;
  /** Says what is wrong at this value, and where to look. */
  readonly sentence: (value: string) => string;
  readonly unit: "%" | "ms" | "s" | "";
  /** From this value on. */
  readonly threshold: number;
  /** The value now; null while there is too little to tell. */
  readonly value: (readings: Readings) => number | null;
}

/** Minutes over which calls are judged: long enough for a sum, short enough to be told in time. */
export const windowMinutes = 5;

/** Fewer calls say nothing: one failure of three is not a third of the day. */
const fewestCalls = 20;

/** The bound in milliseconds within which 95 of 100 calls were answered. */
function slowestOf95({ calls, byDuration }: CallTotals): number {
  let seen = 0;
  for (const [group, count] of byDuration.entries()) {
    seen += count;
    if (seen >= calls * 0.95) return durationBounds[group] ?? 10_000;
  }
  return 0;
}

const judged =
  (value: (calls: CallTotals) => number) =>
  ({ calls }: Readings): number | null =>
    calls.calls < fewestCalls ? null : value(calls);

/** Everything the installation raises an alarm about by itself. docs/alerts/prometheus-rules.yml says the same for Prometheus. */
export const alertRules: readonly AlertRule[] = [
  {
    name: "error_rate",
    unit: "%",
    threshold: 5,
    value: judged(({ calls, failures }) => (100 * failures) / calls),
    sentence: (value) =>
      `${value} of all calls of the last ${windowMinutes} minutes failed. Look at the list of bugs and at the database.`,
  },
  {
    name: "latency",
    unit: "ms",
    threshold: 2500,
    value: judged(slowestOf95),
    sentence: (value) =>
      `One call in twenty took ${value} or longer in the last ${windowMinutes} minutes. Look at the database and the pool.`,
  },
  {
    name: "relay_lag",
    unit: "s",
    threshold: 30,
    value: ({ relayLagSeconds }) => relayLagSeconds,
    sentence: (value) => `Events have waited for ${value}. Look whether a process with the role work runs.`,
  },
  {
    name: "timers_overdue",
    unit: "s",
    threshold: 60,
    value: ({ timersOverdueSeconds }) => timersOverdueSeconds,
    sentence: (value) => `A timer is late by ${value}. Look whether a process with the role work runs.`,
  },
  {
    name: "failed_jobs",
    unit: "",
    threshold: 1,
    value: ({ failedJobs }) => failedJobs,
    sentence: (value) => `Jobs that failed for good: ${value}. Look at the operator tasks.`,
  },
];

/** A value as it is told. */
export const written = (value: number, unit: AlertRule["unit"]): string =>
  unit === "%" ? `${value.toFixed(1)} %` : `${Math.round(value)}${unit === "" ? "" : ` ${unit}`}`;
