import { type AnyFlow, type AnyTransition } from "./definition.ts";
import { type Defect } from "./defect.ts";
import { surelyKnown } from "./expression.ts";
import {
  graphsOf,
  isGuarded,
  mainRegion,
  type NamedGraph,
  settlementsOf,
  targetOf,
  timersIn,
} from "./graphs.ts";
import { type Vocabulary } from "./vocabulary.ts";

/** Every state can be reached and, unless it is an end, surely left towards one; time alone never runs in a circle. */
export function checkPaths(flow: AnyFlow, vocabulary: Vocabulary): Defect[] {
  const always = new Set(
    Object.keys(vocabulary.moments).filter((name) => vocabulary.moments[name] === "always"),
  );
  return graphsOf(flow).flatMap((graph) => [
    ...unreachable(graph, flow),
    ...stuck(graph, always),
    ...timerCycles(graph),
    ...timerMismatches(graph),
    ...badEnds(graph, vocabulary),
  ]);
}

function reachableStates(graph: NamedGraph, flow: AnyFlow): Set<string> {
  const settlements = graph.region === mainRegion ? settlementsOf(flow) : [];
  const reached = new Set([graph.initial]);
  for (const state of reached) {
    for (const transition of graph.transitions) {
      if (transition.from.includes(state)) reached.add(targetOf(transition, state));
    }
    for (const { from, to } of settlements) {
      if (from.includes(state)) reached.add(to);
    }
  }
  return reached;
}

function unreachable(graph: NamedGraph, flow: AnyFlow): Defect[] {
  const reached = reachableStates(graph, flow);
  return Object.keys(graph.states)
    .filter((state) => !reached.has(state))
    .map((state) => ({
      check: "unreachable",
      at: `${graph.region}.${state}`,
      message: "no transition leads here",
    }));
}

/** Works backwards from the ends: a state is good when an exit that nothing can refuse leads to a good one. */
function stuck(graph: NamedGraph, always: ReadonlySet<string>): Defect[] {
  const names = Object.keys(graph.states);
  const good = new Set(names.filter((state) => graph.states[state]?.final));
  // A region at rest has nothing to end.
  if (graph.region !== mainRegion) good.add(graph.initial);
  for (let before = -1; before !== good.size;) {
    before = good.size;
    for (const state of names) {
      const leavesWell = graph.transitions.some(
        (transition) => isSureExit(transition, state, graph, always) && good.has(targetOf(transition, state)),
      );
      if (leavesWell) good.add(state);
    }
  }
  return names
    .filter((state) => !good.has(state))
    .map((state) => ({
      check: "stuck",
      at: `${graph.region}.${state}`,
      message: "neither time nor an operator can surely bring it to an end from here",
    }));
}

function isSureExit(
  transition: AnyTransition,
  state: string,
  graph: NamedGraph,
  always: ReadonlySet<string>,
): boolean {
  if (!transition.from.includes(state) || isGuarded(transition)) return false;
  if (transition.by.includes("operator")) return true;
  return (
    transition.by.includes("system") &&
    timersIn(graph, state).some(({ takes, due }) => takes === transition.name && surelyKnown(due, always))
  );
}

function timerCycles(graph: NamedGraph): Defect[] {
  const next = (state: string) =>
    timersIn(graph, state).flatMap(({ takes }) =>
      graph.transitions.filter(({ name }) => name === takes).map((transition) => targetOf(transition, state)),
    );
  const comesBack = (start: string) => {
    const reached = new Set(next(start));
    for (const state of reached) {
      for (const target of next(state)) reached.add(target);
    }
    return reached.has(start);
  };
  return Object.keys(graph.states)
    .filter(comesBack)
    .map((state) => ({
      check: "timer_cycle",
      at: `${graph.region}.${state}`,
      message: "timers alone lead back here, so it would never end",
    }));
}

function timerMismatches(graph: NamedGraph): Defect[] {
  const timers = Object.keys(graph.states).flatMap((state) =>
    timersIn(graph, state).map((timer) => ({ ...timer, state })),
  );
  const mismatched = timers
    .filter(({ takes, state }) => {
      const transition = graph.transitions.find(({ name }) => name === takes);
      return transition && !(transition.from.includes(state) && transition.by.includes("system"));
    })
    .map(({ name, takes, state }): Defect => ({
      check: "timer_mismatch",
      at: `${graph.region}.timers.${name}`,
      message: `"${takes}" is not for the system to take from "${state}"`,
    }));
  const taken = new Set(timers.map(({ takes }) => takes));
  const idle = graph.transitions
    .filter(
      ({ name, by, from }) =>
        from.length === 0 || by.every((actor) => actor === "system" && !taken.has(name)),
    )
    .map(({ name }): Defect => ({
      check: "never_taken",
      at: `${graph.region}.transitions.${name}`,
      message: "nobody and no timer takes it",
    }));
  return [...mismatched, ...idle];
}

function badEnds({ region, states, initial, transitions }: NamedGraph, { events }: Vocabulary): Defect[] {
  const mayLeave = new Set(["operator", ...events]);
  const ends = Object.keys(states).filter((state) => states[state]?.final);
  const defect = (state: string, message: string): Defect => ({
    check: "bad_end",
    at: `${region}.${state}`,
    message,
  });
  return ends.flatMap((state) => [
    ...(state === initial ? [defect(state, "a flow cannot begin at an end")] : []),
    ...((states[state]?.timers?.length ?? 0) > 0 ? [defect(state, "an end has no timers")] : []),
    // A region that ended may be opened again by the people it concerns; the order's own ends are for good.
    ...(region === mainRegion ? transitions : [])
      .filter(({ from, by }) => from.includes(state) && !by.every((actor) => mayLeave.has(actor)))
      .map(({ name }) => defect(state, `only an operator or an event may take "${name}" after an end`)),
  ]);
}
