import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { alertRules, type Readings, written } from "./rules.ts";

const well: Readings = {
  calls: { calls: 1000, failures: 0, byDuration: [1000, 0, 0, 0, 0, 0, 0, 0] },
  relayLagSeconds: 0,
  timersOverdueSeconds: 0,
  failedJobs: 0,
};

const broken = (readings: Partial<Readings>): string[] =>
  alertRules
    .filter((rule) => (rule.value({ ...well, ...readings }) ?? -1) >= rule.threshold)
    .map(({ name }) => name);

const calls = (changes: Partial<Readings["calls"]>) => ({ calls: { ...well.calls, ...changes } });

for (const [what, readings, expected] of [
  ["all is well", {}, []],
  ["4.9 % failed", calls({ failures: 49 }), []],
  ["5 % failed", calls({ failures: 50 }), ["error_rate"]],
  ["19 calls, all failed", calls({ calls: 19, failures: 19, byDuration: [19, 0, 0, 0, 0, 0, 0, 0] }), []],
  [
    "20 calls, one failed",
    calls({ calls: 20, failures: 1, byDuration: [20, 0, 0, 0, 0, 0, 0, 0] }),
    ["error_rate"],
  ],
  ["no calls", calls({ calls: 0, byDuration: [] }), []],
  ["5 % took 3 s", calls({ byDuration: [950, 0, 0, 0, 0, 0, 50, 0] }), []],
  ["6 % took 3 s", calls({ byDuration: [940, 0, 0, 0, 0, 0, 60, 0] }), ["latency"]],
  ["6 % took 1 s", calls({ byDuration: [940, 0, 0, 0, 60, 0, 0, 0] }), []],
  ["6 % took a minute", calls({ byDuration: [940, 0, 0, 0, 0, 0, 0, 60] }), ["latency"]],
  ["events wait for 29 s", { relayLagSeconds: 29 }, []],
  ["events wait for 30 s", { relayLagSeconds: 30 }, ["relay_lag"]],
  ["a timer is late by a minute", { timersOverdueSeconds: 60 }, ["timers_overdue"]],
  ["a job failed for good", { failedJobs: 1 }, ["failed_jobs"]],
] as const) {
  test(`${what}: ${expected.join(", ") || "nothing"}`, () => {
    assert.deepEqual(broken(readings), expected);
  });
}

test("a value is told with its unit", () => {
  assert.deepEqual(
    [written(5.04, "%"), written(2500, "ms"), written(31.4, "s"), written(3, "")],
    ["5.0 %", "2500 ms", "31 s", "3"],
  );
});

test("Prometheus has a rule for each", () => {
  const file = new URL("../../../../docs/alerts/prometheus-rules.yml", import.meta.url);
  const named = [...readFileSync(file, "utf8").matchAll(/alert: Tessera(\w+)/g)].map(([, name = ""]) =>
    name.replaceAll(/(?<!^)([A-Z])/g, "_$1").toLowerCase(),
  );
  assert.deepEqual(
    named,
    alertRules.map(({ name }) => name),
  );
});
