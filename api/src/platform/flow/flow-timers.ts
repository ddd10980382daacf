import { type Scope } from "../scope/scope.ts";
import { cancelTimers, setTimer } from "../timers/timer.ts";
import { type Moments } from "./expression.ts";
import { type ActiveTimer, type Instance, timerDue } from "./instance.ts";
import { type LoadedFlow } from "./load.ts";

/** The one timer behind the timers of all flows. */
export const flowTimerName = "flow.take_transition";

/** Sets the timers that run where an order stands, in place of those that ran before. */
export async function setFlowTimers(
  scope: Scope,
  id: string,
  standing: {
    readonly loaded: LoadedFlow;
    readonly instance: Instance;
    readonly moments: Moments;
    readonly set: readonly ActiveTimer[];
    readonly isFirst: boolean;
  },
): Promise<void> {
  const { loaded, instance, moments, set, isFirst } = standing;
  if (!isFirst) await cancelTimers(scope, { name: flowTimerName, subjectId: id });
  for (const { name: key } of set) {
    const dueAt = timerDue(loaded, key, instance, moments);
    if (dueAt)
      await setTimer(scope, { name: flowTimerName, subjectId: id, key, dueAt, payload: { timer: key } });
  }
}
