import { notFound } from "../errors.ts";
import { actorId } from "../scope/actor.ts";
import { type Scope } from "../scope/scope.ts";
import { installedFlow } from "./installed-flows.ts";
import { emptyEscrow } from "./escrow.ts";
import { type Moments } from "./expression.ts";
import { FlowInstance, FlowStep, instanceOf } from "./flow-instance.ts";
import { type ModuleFlow } from "./flow-kind.ts";
import { setFlowTimers } from "./flow-timers.ts";
import { FlowRun } from "./flow-run.ts";
import { mainRegion } from "./graphs.ts";
import { activeTimers, type Instance, initialPosition, stateIn, timerDue } from "./instance.ts";
import { type Outcome, plan, type Step } from "./interpreter.ts";
import { type LoadedFlow } from "./load.ts";
import { parametersSchema } from "./parameters.ts";
import { answer } from "./questions.ts";
import { questionsFor, type Request } from "./request.ts";

/** What an order begins with. */
export interface Beginning {
  /** The order's id. */
  readonly id: string;
  readonly priceMinor: number;
  /** The tenant's numbers; what is left out takes its default. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly moments: Moments;
}

/** Begins the newest version of a flow and sets its first timers. */
export async function beginFlow(
  scope: Scope,
  { name, book }: ModuleFlow,
  { id, priceMinor, parameters, moments }: Beginning,
): Promise<void> {
  const loaded = book.newest(name);
  const position = initialPosition(loaded);
  const instance: Instance = {
    position,
    placedAt: scope.now,
    entered: { [mainRegion]: scope.now },
    escrow: emptyEscrow,
    priceMinor,
    parameters: parametersSchema(loaded.flow).parse(parameters),
  };
  await scope.query(FlowInstance).insert({
    id,
    flow: name,
    version: loaded.flow.version,
    fingerprint: loaded.fingerprint,
    revision: 0,
    placedAt: scope.now,
    ...columnsOf(scope, instance, moments),
  });
  await setFlowTimers(scope, id, {
    loaded,
    instance,
    moments,
    set: activeTimers(loaded, position),
    isFirst: true,
  });
}

/**
 * Does what is asked of an order, in the caller's transaction: locks it, decides, carries out the effects in their order, sets
 * its timers, and lets the module post to the ledger last. A refusal changes nothing; an effect that refuses throws, and the
 * transaction with everything in it is to be given up.
 */
export async function takeTransition(
  scope: Scope,
  id: string,
  request: Request,
  along: unknown = null,
): Promise<Outcome> {
  const row = await lockInstance(scope, id);
  const decision = await decide(scope, row, request, along);
  const { flow, context, outcome } = decision;
  if (outcome.kind === "alarm" && "event" in request) await flow.kind.alarm(context, request.event);
  if (outcome.kind === "step") await carryOut(decision, outcome);
  return outcome;
}

/** Decides the same without doing anything: the next state, the effects and the money of a transition. A timer is taken as due. */
export async function previewTransition(
  scope: Scope,
  id: string,
  request: Request,
  along: unknown = null,
): Promise<Outcome> {
  const [row] = await scope.read<FlowInstance>`select * from ${FlowInstance} f where id = ${id}`;
  if (!row) throw notFound();
  return (await decide(scope, row, request, along, true)).outcome;
}

/** Keeps an order from moving until the transaction ends. Whoever locks more than the order locks it first. */
export async function lockInstance(scope: Scope, id: string): Promise<FlowInstance> {
  const row = await scope.query(FlowInstance).findOne({ id }).forUpdate();
  if (!row) throw notFound();
  return row;
}

/** A request decided, with everything its carrying out needs. */
interface Decision {
  readonly row: FlowInstance;
  readonly flow: ModuleFlow;
  readonly loaded: LoadedFlow;
  readonly run: FlowRun;
  readonly before: Instance;
  readonly context: unknown;
  readonly outcome: Outcome;
}

async function decide(
  scope: Scope,
  row: FlowInstance,
  request: Request,
  along: unknown,
  isPreview = false,
): Promise<Decision> {
  const flow = installedFlow(row.flow);
  const loaded = flow.book.get(row.flow, row.version);
  const run = new FlowRun(scope, row, { request, along });
  const context = await flow.kind.open(run);
  const before = instanceOf(row, loaded, await flow.kind.readEscrow(context));
  const answers = await answer(questionsFor(loaded, before, request), flow.kind.handlers, context);
  const due = isPreview && "timer" in request ? timerDue(loaded, request.timer, before, run.moments) : null;
  const now = due && due > scope.now ? due : scope.now;
  const outcome = plan(loaded, before, request, { now, moments: run.moments, ...answers });
  return { row, flow, loaded, run, before, context, outcome };
}

async function carryOut({ row, flow, loaded, run, before, context }: Decision, step: Step): Promise<void> {
  const { scope } = run;
  for (const effect of step.effects) {
    if ("escrow" in effect) flow.kind.moveEscrow(context, effect);
    else await handlerOf(flow, effect.effect)(context, effect.args, step.input);
  }
  const entered = Object.fromEntries(step.entered.map((region) => [region, scope.now]));
  const instance: Instance = {
    ...before,
    position: step.after,
    entered: { ...before.entered, ...entered },
    escrow: step.escrow,
    priceMinor: run.priceMinor,
  };
  const revision = row.revision + 1;
  await scope
    .query(FlowInstance)
    .where({ id: row.id })
    .patch({ revision, ...columnsOf(scope, instance, run.moments) });
  await scope.query(FlowStep).insert({
    instanceId: row.id,
    revision,
    transition: step.transition,
    region: step.region,
    state: stateIn(step.after, step.region),
    takenBy: takerOf(run.request),
    actorKind: scope.actor.kind,
    actorId: actorId(scope.actor),
    happenedAt: scope.now,
  });
  const set = step.timersToSet;
  await setFlowTimers(scope, row.id, { loaded, instance, moments: run.moments, set, isFirst: false });
  await flow.kind.finish(context, step);
}

function handlerOf(flow: ModuleFlow, effect: string) {
  const handler = flow.kind.handlers.effects[effect];
  if (!handler) throw new Error(`nothing handles "${effect}"`);
  return handler;
}

const takerOf = (request: Request): string =>
  "transition" in request ? request.by : "event" in request ? request.event : request.timer;

/** The columns that a step changes. */
const columnsOf = (
  scope: Scope,
  { position, entered, priceMinor, parameters }: Instance,
  moments: Moments,
) => ({
  state: position.state,
  regions: { ...position.regions },
  entered: isoOf(entered),
  moments: isoOf(moments),
  parameters: { ...parameters },
  priceMinor,
  movedAt: scope.now,
});

const isoOf = <At extends Date | null>(moments: Readonly<Record<string, At>>) =>
  Object.fromEntries(
    Object.entries(moments).map(([name, at]) => [name, at === null ? null : at.toISOString()]),
  ) as Record<string, At extends null ? string | null : string>;
