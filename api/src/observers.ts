import { type Bugs } from "./platform/alerts/bugs.ts";
import { type CallMinutes } from "./platform/alerts/call-minutes.ts";
import { type SlowStatementWatch } from "./platform/db/slow-statements.ts";
import { type Log, withLogContext } from "./platform/log.ts";
import { type Metrics } from "./platform/metrics.ts";
import { type ObservedCall } from "./platform/rpc/dispatcher.ts";
import { actorId } from "./platform/scope/actor.ts";

/** Where what is observed goes. */
interface Observers {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly calls: CallMinutes;
  readonly bugs: Bugs;
}

/** Writes slow statements to the log, beside the call or job they belong to, and counts them. */
export function slowStatements(
  { log, metrics }: Pick<Observers, "log" | "metrics">,
  overMs: number,
): SlowStatementWatch {
  const count = metrics.counter("tessera_slow_statements_total", "Statements over SLOW_STATEMENT_MS.");
  return {
    overMs,
    tell({ text, milliseconds }) {
      count({});
      const statement = text.replaceAll(/\s+/g, " ").trim().slice(0, 1000);
      log.warn({ duration: Math.round(milliseconds), statement }, "A statement was slow.");
    },
  };
}

/** Measures every call, notes its bug, and writes it to the log: those that failed, and with `debug` all. */
export function callObserver({ log, metrics, calls, bugs }: Observers): (call: ObservedCall) => void {
  const took = metrics.histogram("tessera_call_seconds", "Time to answer a call.", ["procedure", "status"]);
  return ({ procedure, status, code, milliseconds, tenantId, actor, facts, bug }) => {
    took({ procedure, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000);
    calls.note({ status, milliseconds });
    if (bug !== null) bugs.note(bug, { place: procedure, requestId: facts.requestId });
    if (status < 500 && !log.isLevelEnabled("debug")) return;
    const context = {
      requestId: facts.requestId,
      procedure,
      ...(tenantId !== null && { tenantId }),
      ...(actor && { actor: `${actor.kind}:${actorId(actor)}` }),
    };
    withLogContext(context, () => {
      const fields = { endpoint: procedure, status, code, duration: Math.round(milliseconds) };
      if (bug !== null) log.error({ ...fields, err: bug }, "A call failed with a bug.");
      else if (status >= 500) log.warn(fields, "A call could not be served.");
      else log.debug(fields, "A call was answered.");
    });
  };
}
