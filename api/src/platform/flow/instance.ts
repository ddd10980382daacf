import { type AnyFlow, type AnyTransition } from "./definition.ts";
import { type Escrow } from "./escrow.ts";
import { dueAt, type Moments, type Parameters } from "./expression.ts";
import { graphsOf, mainRegion, timersIn } from "./graphs.ts";
import { type LoadedFlow } from "./load.ts";

/** Where an order stands: its main state, and the state of every region beside it. */
export interface Position {
  readonly state: string;
  readonly regions: Readonly<Record<string, string>>;
}

/** An order as the interpreter sees it. */
export interface Instance {
  readonly position: Position;
  readonly placedAt: Date;
  /** When the current state was entered, for "main" and for every region that has moved. */
  readonly entered: Readonly<Record<string, Date>>;
  readonly escrow: Escrow;
  readonly priceMinor: number;
  /** The tenant's numbers as they were when the order was placed. */
  readonly parameters: Parameters;
}

/** A timer that runs in a position. Its instant is read with `timerDue` after the effects, which may move the moments. */
export interface ActiveTimer {
  readonly name: string;
  readonly region: string;
}

/** Where an order begins. */
export function initialPosition({ flow }: LoadedFlow): Position {
  const regions = Object.entries(flow.regions).map(([name, { initial }]) => [name, initial]);
  return { state: flow.initial, regions: Object.fromEntries(regions) };
}

/** The state of the main course or of a region. */
export function stateIn({ state, regions }: Position, region: string): string {
  const found = region === mainRegion ? state : regions[region];
  if (found === undefined) throw new Error(`the order has no region "${region}"`);
  return found;
}

/** Whether a region has begun and not ended. */
export function isUnderWay(flow: AnyFlow, position: Position, region: string): boolean {
  const graph = flow.regions[region];
  const state = stateIn(position, region);
  return graph !== undefined && state !== graph.initial && !graph.states[state]?.final;
}

/** The region that keeps everything else of the order still; null when the order is free to move. */
export function frozenBy({ flow }: LoadedFlow, position: Position): string | null {
  const freezing = Object.keys(flow.regions).find(
    (region) => flow.regions[region]?.freezes && isUnderWay(flow, position, region),
  );
  return freezing ?? null;
}

/** Whether the order has come to an end; only events and operators may still move it. */
export function hasEnded({ flow }: LoadedFlow, { state }: Position): boolean {
  return flow.states[state]?.final === true;
}

/** The timers that run in a position; those of what is frozen stand still. */
export function activeTimers(loaded: LoadedFlow, position: Position): ActiveTimer[] {
  const frozen = frozenBy(loaded, position);
  return graphsOf(loaded.flow)
    .filter(({ region }) => frozen === null || frozen === region)
    .flatMap((graph) =>
      timersIn(graph, stateIn(position, graph.region)).map(({ name }) => ({ name, region: graph.region })),
    );
}

/** The instants a region's expressions are measured from: those the engine knows, and the order's own two. */
function momentsOf({ entered, placedAt }: Instance, region: string, moments: Moments): Moments {
  return { ...moments, placed: placedAt, entered: entered[region] ?? null };
}

/** When a timer fires, which may be in the past; null while the moment it waits for is not known. */
export function timerDue(
  loaded: LoadedFlow,
  name: string,
  instance: Instance,
  moments: Moments,
): Date | null {
  const found = loaded.timers.get(name);
  if (!found) throw new Error(`the flow ${loaded.flow.name} has no timer "${name}"`);
  return dueAt(found.timer.due, momentsOf(instance, found.region, moments), instance.parameters);
}

/** A transition's window in time; null where it is open or not yet known. */
export function windowOf(
  { notBefore, notAfter }: AnyTransition,
  region: string,
  instance: Instance,
  moments: Moments,
): { readonly opens: Date | null; readonly waits: boolean; readonly closes: Date | null } {
  const known = momentsOf(instance, region, moments);
  const opens = notBefore ? dueAt(notBefore, known, instance.parameters) : null;
  const closes = notAfter ? dueAt(notAfter, known, instance.parameters) : null;
  return { opens, waits: notBefore !== undefined && opens === null, closes };
}
