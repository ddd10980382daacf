import { notFound } from "../errors.ts";
import { type Scope } from "../scope/scope.ts";
import { FlowInstance, FlowStep, instanceOf, storedMoments } from "./flow-instance.ts";
import { installedFlow } from "./installed-flows.ts";
import { activeTimers, type Instance, timerDue } from "./instance.ts";
import { type Choice, choicesOf } from "./interpreter.ts";
import { type Moments } from "./expression.ts";

/** Where an order stands, for people to look at. */
export interface Standing extends Omit<Instance, "escrow"> {
  readonly id: string;
  readonly revision: number;
  readonly moments: Moments;
  /** What a role, or "operator", can do now or will be able to do in this state. */
  choicesOf(by: string): readonly Choice[];
  /** Whether its flow has such a transition at all. */
  knows(transition: string): boolean;
  /** The timer by which time takes a transition where the order stands; null when it takes none such. */
  timerFor(transition: string): string | null;
  /** When a timer that runs here is due; null while that is not known. */
  dueOf(timer: string): Date | null;
}

/** Reads where an order stands, without keeping it from moving. */
export async function readStanding(scope: Scope, id: string): Promise<Standing> {
  const standing = (await readStandings(scope, [id])).get(id);
  if (!standing) throw notFound();
  return standing;
}

/** The same for several orders, by id. */
export async function readStandings(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await scope.read<FlowInstance>`select * from ${FlowInstance} f where id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, standingOf(scope, row)]));
}

function standingOf(scope: Scope, row: FlowInstance): Standing {
  const loaded = installedFlow(row.flow).book.get(row.flow, row.version);
  // What is offered does not depend on the money held: whoever asks for more than that is refused.
  const instance = instanceOf(row, loaded);
  const moments = storedMoments(row);
  return {
    ...instance,
    id: row.id,
    revision: row.revision,
    moments,
    choicesOf: (by) => choicesOf(loaded, instance, by, { now: scope.now, moments }),
    knows: (transition) => loaded.transitions.has(transition),
    dueOf: (timer) => timerDue(loaded, timer, instance, moments),
    timerFor: (transition) =>
      activeTimers(loaded, instance.position).find(
        ({ name }) => loaded.timers.get(name)?.timer.takes === transition,
      )?.name ?? null,
  };
}

/** What has happened to an order so far, oldest first. */
export const readSteps = (scope: Scope, id: string): Promise<FlowStep[]> =>
  scope.read<FlowStep>`
    select revision, transition, region, state, taken_by, actor_kind, actor_id, happened_at
    from ${FlowStep} s where instance_id = ${id} order by revision`;
