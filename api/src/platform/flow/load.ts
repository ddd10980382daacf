import { createHash } from "node:crypto";
import { checkFlow } from "./checker.ts";
import { type AnyFlow, type AnyTimer, type AnyTransition } from "./definition.ts";
import { graphsOf } from "./graphs.ts";
import { type Vocabulary } from "./vocabulary.ts";

/** A flow that passed the checks, with what the interpreter looks up. */
export interface LoadedFlow {
  readonly flow: AnyFlow;
  readonly vocabulary: Vocabulary;
  /** Changes when anything in the flow does: a version whose fingerprint is not the one that was released must not run. */
  readonly fingerprint: string;
  /** Transitions by name, each with the region it belongs to. */
  readonly transitions: ReadonlyMap<string, { readonly region: string; readonly transition: AnyTransition }>;
  /** Timers by name, each with the region and the state it runs in. */
  readonly timers: ReadonlyMap<
    string,
    { readonly region: string; readonly state: string; readonly timer: AnyTimer }
  >;
}

/** Checks a flow and makes it ready to run. Throws with every defect in one message, so a wrong flow never starts. */
export function loadFlow(flow: AnyFlow, vocabulary: Vocabulary): LoadedFlow {
  const defects = checkFlow(flow, vocabulary);
  if (defects.length > 0) {
    const lines = defects.map(({ check, at, message }) => `  ${at}: ${message} (${check})`);
    throw new Error(`the flow ${flow.name} ${flow.version} cannot run:\n${lines.join("\n")}`);
  }
  const graphs = graphsOf(flow);
  return {
    flow,
    vocabulary,
    fingerprint: createHash("sha256").update(sorted(flow)).digest("hex"),
    transitions: new Map(
      graphs.flatMap(({ region, transitions }) =>
        transitions.map((transition) => [transition.name, { region, transition }] as const),
      ),
    ),
    timers: new Map(
      graphs.flatMap(({ region, states }) =>
        Object.entries(states).flatMap(([state, { timers = [] }]) =>
          timers.map((timer) => [timer.name, { region, state, timer }] as const),
        ),
      ),
    ),
  };
}

/** All flows of the house, by name and pinned version. */
export interface FlowBook {
  /** The version an order runs on. Throws when it is not there: a version with running orders is never removed. */
  get(name: string, version: number): LoadedFlow;
  /** The version that new orders begin with. */
  newest(name: string): LoadedFlow;
}

/** Collects loaded flows. Throws when two claim one version. */
export function flowBook(flows: readonly LoadedFlow[]): FlowBook {
  const byPin = new Map<string, LoadedFlow>();
  const newest = new Map<string, LoadedFlow>();
  for (const loaded of flows) {
    const { name, version } = loaded.flow;
    const pin = `${name}@${version}`;
    if (byPin.has(pin)) throw new Error(`two flows are called ${pin}`);
    byPin.set(pin, loaded);
    if (version > (newest.get(name)?.flow.version ?? 0)) newest.set(name, loaded);
  }
  const found = (loaded: LoadedFlow | undefined, pin: string) => {
    if (!loaded) throw new Error(`there is no flow ${pin}`);
    return loaded;
  };
  return {
    get: (name, version) => found(byPin.get(`${name}@${version}`), `${name}@${version}`),
    newest: (name) => found(newest.get(name), name),
  };
}

/** JSON with sorted keys, so that the order in which a flow is written does not matter. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
