import assert from "node:assert/strict";
import { test } from "node:test";
import { callObserver } from "./observers.ts";
import { Bugs } from "./platform/alerts/bugs.ts";
import { CallMinutes } from "./platform/alerts/call-minutes.ts";
import { createLog, type LogLevel } from "./platform/log.ts";
import { Metrics } from "./platform/metrics.ts";
import { type ObservedCall } from "./platform/rpc/dispatcher.ts";

const call: ObservedCall = {
  procedure: "scheduling.listOffers",
  status: 200,
  code: null,
  milliseconds: 12.4,
  tenantId: "0195a000-0000-7000-8000-000000000001",
  actor: {
    kind: "member",
    memberId: "0195a000-0000-7000-8000-000000000002",
    roles: [],
    pendingRoles: [],
    sessionId: null,
    visitorId: null,
  },
  facts: { requestId: "r1", ip: "203.0.113.9", origin: null, locale: "", userAgent: null },
  bug: null,
};

function linesOf(level: LogLevel, ...calls: ObservedCall[]): Record<string, unknown>[] {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => void lines.push(line) });
  const observe = callObserver({
    log,
    metrics: new Metrics(),
    calls: new CallMinutes(),
    bugs: new Bugs(),
  });
  for (const each of calls) observe(each);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("a call's line says which request, of whom, where, with what end and how long", () => {
  const [line] = linesOf("debug", call);
  const { time: _, ...told } = line!;
  assert.deepEqual(told, {
    level: "DEBUG",
    requestId: "r1",
    procedure: "scheduling.listOffers",
    tenantId: call.tenantId,
    actor: "member:0195a000-0000-7000-8000-000000000002",
    endpoint: "scheduling.listOffers",
    status: 200,
    code: null,
    duration: 12,
    message: "A call was answered.",
  });
});

test("what went well is written with debug alone; what could not be served is a warning, a bug an error with its stack", () => {
  const busy = { ...call, status: 503, code: "request.busy" };
  const broken = { ...call, status: 500, code: "request.internal", bug: new Error("A column is missing.") };
  const lines = linesOf("info", call, busy, broken);
  assert.deepEqual(
    lines.map(({ level, duration }) => [level, duration]),
    [
      ["WARNING", 12],
      ["ERROR", 12],
    ],
  );
  assert.match(JSON.stringify(lines[1]), /A column is missing\..*observers\.test\.ts/);
});
