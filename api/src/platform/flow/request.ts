import { type AnyTransition } from "./definition.ts";
import { graphsOf, mainRegion } from "./graphs.ts";
import { activeTimers, frozenBy, type Instance, type Position, stateIn } from "./instance.ts";
import { type LoadedFlow } from "./load.ts";
import { type Questions, questionsAbout } from "./questions.ts";

/** What is asked of an order: somebody takes a transition, something happened outside, or a timer is due. */
export type Request =
  /** `by` is a role of the flow, or "operator". */
  | { readonly transition: string; readonly by: string; readonly input?: unknown }
  | { readonly event: string; readonly input?: unknown }
  | { readonly timer: string };

/** A transition that might be taken, and where. */
export interface Candidate {
  readonly region: string;
  readonly transition: AnyTransition;
}

/** Why no transition can be a candidate, before any guard was asked. */
export type Unavailable = "unknown_transition" | "not_allowed" | "frozen" | "wrong_state";

/** The transitions a request may mean, the first willing one to be taken. An event that moves nothing has none. */
export function candidatesFor(
  loaded: LoadedFlow,
  position: Position,
  request: Request,
): Candidate[] | Unavailable {
  if ("event" in request) return takersOf(loaded, position, request.event);
  if ("timer" in request) {
    const timer = loaded.timers.get(request.timer);
    if (!timer) return "unknown_transition";
    if (!activeTimers(loaded, position).some(({ name }) => name === request.timer)) return "wrong_state";
    return candidate(loaded, timer.timer.takes);
  }
  const [found] = candidate(loaded, request.transition);
  if (!found) return "unknown_transition";
  const isActor = request.by === "operator" || loaded.vocabulary.roles.includes(request.by);
  if (!isActor || !found.transition.by.includes(request.by)) return "not_allowed";
  const frozen = frozenBy(loaded, position);
  if (frozen !== null && frozen !== found.region) return "frozen";
  return canBeTaken(loaded, position, found) ? [found] : "wrong_state";
}

/** What must be asked before `plan` can decide a request; empty when nothing can come of it anyway. */
export function questionsFor(
  loaded: LoadedFlow,
  { position, parameters }: Pick<Instance, "position" | "parameters">,
  request: Request,
): Questions {
  const candidates = candidatesFor(loaded, position, request);
  if (typeof candidates === "string") return { guards: [], policies: [] };
  return questionsAbout(
    candidates.map(({ transition }) => transition),
    loaded,
    parameters,
  );
}

/** Whether a transition leaves the state its graph is in, beside a main state where that graph may run. */
export function canBeTaken(
  { flow }: LoadedFlow,
  position: Position,
  { region, transition }: Candidate,
): boolean {
  const beside = flow.regions[region]?.beside;
  return (!beside || beside.includes(position.state)) && transition.from.includes(stateIn(position, region));
}

/** A fact concerns the regions before the main course, and never what is frozen. */
function takersOf(loaded: LoadedFlow, position: Position, event: string): Candidate[] {
  const frozen = frozenBy(loaded, position);
  const graphs = graphsOf(loaded.flow).toSorted(
    (a, b) => Number(a.region === mainRegion) - Number(b.region === mainRegion),
  );
  return graphs
    .filter(({ region }) => frozen === null || frozen === region)
    .flatMap(({ region, transitions }) => transitions.map((transition) => ({ region, transition })))
    .filter((entry) => entry.transition.by.includes(event) && canBeTaken(loaded, position, entry));
}

function candidate({ transitions }: LoadedFlow, name: string): Candidate[] {
  const found = transitions.get(name);
  return found ? [found] : [];
}
