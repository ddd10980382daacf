import { type AnyFlow, type AnyTimer, type AnyTransition } from "./definition.ts";

/** The name of the main course where regions are told apart. */
export const mainRegion = "main";

/** The main course or a region, with its name. */
export interface NamedGraph {
  readonly region: string;
  readonly initial: string;
  readonly states: AnyFlow["states"];
  readonly transitions: readonly AnyTransition[];
}

/** The main course of a flow, then its regions. */
export function graphsOf(flow: AnyFlow): NamedGraph[] {
  const named = ({ initial, states, transitions }: Omit<NamedGraph, "region">, region: string) => ({
    region,
    initial,
    states,
    transitions,
  });
  return [
    named(flow, mainRegion),
    ...Object.entries(flow.regions).map(([region, graph]) => named(graph, region)),
  ];
}

/** The state a transition leads to from one of the states it may be taken in. */
export function targetOf({ to }: AnyTransition, from: string): string {
  return to === "same" ? from : to;
}

/** Whether something other than state and actor may refuse the transition. */
export function isGuarded({ guards, notBefore, notAfter }: AnyTransition): boolean {
  return (guards?.length ?? 0) > 0 || notBefore !== undefined || notAfter !== undefined;
}

/** The timers of a state; none when the state is not declared. */
export function timersIn({ states }: NamedGraph, state: string): readonly AnyTimer[] {
  return states[state]?.timers ?? [];
}

/** The moves of the main course that regions make when they settle the order. */
export function settlementsOf(flow: AnyFlow) {
  return Object.entries(flow.regions).flatMap(([region, { beside, transitions }]) =>
    transitions.flatMap((transition) =>
      transition.main === undefined ? [] : [{ region, transition, from: beside, to: transition.main }],
    ),
  );
}
