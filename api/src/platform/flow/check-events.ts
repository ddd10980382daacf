import { type AnyFlow } from "./definition.ts";
import { type Defect } from "./defect.ts";
import { isGuarded } from "./graphs.ts";
import { type Vocabulary } from "./vocabulary.ts";

/** What comes from outside has exactly one meaning in every state, whatever the guards say and whatever is frozen. */
export function checkEvents(flow: AnyFlow, vocabulary: Vocabulary): Defect[] {
  return vocabulary.events.flatMap((event) =>
    Object.keys(flow.states).flatMap((state) => [
      ...ruleDefects(flow, event, state),
      ...frozenDefects(flow, event, state),
    ]),
  );
}

function ruleDefects(flow: AnyFlow, event: string, state: string): Defect[] {
  const at = `events.${event}.${state}`;
  const rule = flow.events[event]?.[state];
  const takers = flow.transitions.filter(({ by, from }) => by.includes(event) && from.includes(state));
  switch (rule) {
    case "handle": {
      const sure = takers.findIndex((transition) => !isGuarded(transition));
      if (sure === -1) {
        const message =
          takers.length === 0 ? "no transition takes it" : "no transition takes it when every guard refuses";
        return [{ check: "event_undefined", at, message }];
      }
      return takers.slice(sure + 1).map(({ name }) => ({
        check: "event_contradicted",
        at,
        message: `"${name}" is never taken: "${takers[sure]?.name}" before it always is`,
      }));
    }
    case "ignore":
    case "alarm":
      return takers.map(({ name }) => ({
        check: "event_contradicted",
        at,
        message: `the rule is "${rule}", but "${name}" takes it`,
      }));
    default:
      return [{ check: "event_undefined", at, message: "handle it, ignore it, or raise an alarm" }];
  }
}

function frozenDefects(flow: AnyFlow, event: string, state: string): Defect[] {
  if (flow.events[event]?.[state] !== "handle") return [];
  return Object.entries(flow.regions)
    .filter(([, { freezes, beside }]) => freezes && beside.includes(state))
    .map(([region]) => ({
      check: "event_while_frozen",
      at: `events.${event}.${state}`,
      message: `"${region}" may have frozen the order when this comes, and a fact cannot be refused`,
    }));
}
