import { type AnyFlow } from "./definition.ts";
import { graphsOf, mainRegion, type NamedGraph, targetOf, timersIn } from "./graphs.ts";

/** How many orders stand in a state, by region ("main" for the main course) and state. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A flow as a Mermaid state diagram, with running counts where they are given.. */
export function drawFlow(flow: AnyFlow, counts: Counts = {}): string {
  const [main, ...regions] = graphsOf(flow);
  const lines = [
    "stateDiagram-v2",
    ...(main ? graphLines(main, counts).map((line) => `  ${line}`) : []),
    ...regions.flatMap((graph) => [
      `  state "${graph.region} (beside ${flow.regions[graph.region]?.beside.join(", ")})" as ${graph.region} {`,
      ...graphLines(graph, counts).map((line) => `    ${line}`),
      "  }",
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function graphLines(graph: NamedGraph, counts: Counts): string[] {
  // Names of states are unique in their graph only; Mermaid knows one space of names.
  const id = (state: string) => (graph.region === mainRegion ? state : `${graph.region}_${state}`);
  const states = Object.keys(graph.states).map((state) => {
    const count = counts[graph.region]?.[state];
    return `state "${state}${count === undefined ? "" : ` (${count})`}" as ${id(state)}`;
  });
  const moves = graph.transitions.flatMap((transition) =>
    transition.from.map((from) => {
      const timer = timersIn(graph, from).find(({ takes }) => takes === transition.name);
      const by = transition.by.map((actor) => (actor === "system" ? (timer?.name ?? "timer") : actor));
      const settles = transition.main === undefined ? "" : `, order ${transition.main}`;
      const label = `${transition.name} (${by.join(", ")})${settles}${transition.unfreezes ? ", order goes on" : ""}`;
      return `${id(from)} --> ${id(targetOf(transition, from))} : ${label}`;
    }),
  );
  const ends = Object.keys(graph.states).filter((state) => graph.states[state]?.final);
  return [
    ...states,
    `[*] --> ${id(graph.initial)}`,
    ...moves,
    ...ends.map((state) => `${id(state)} --> [*]`),
  ];
}
