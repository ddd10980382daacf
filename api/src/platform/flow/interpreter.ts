import { type z } from "zod";
import { inHouseWords } from "../field-sentences.ts";
import { type AnyTransition } from "./definition.ts";
import { type PlannedEffect, planEffects } from "./effects.ts";
import { type Escrow } from "./escrow.ts";
import { type Moments } from "./expression.ts";
import { mainRegion, targetOf } from "./graphs.ts";
import {
  type ActiveTimer,
  activeTimers,
  frozenBy,
  hasEnded,
  type Instance,
  isUnderWay,
  type Position,
  stateIn,
  timerDue,
  windowOf,
} from "./instance.ts";
import { type LoadedFlow } from "./load.ts";
import { type Answers, questionOf } from "./questions.ts";
import { canBeTaken, type Candidate, candidatesFor, type Request, type Unavailable } from "./request.ts";
import { type Input } from "./vocabulary.ts";

/** What the engine knows when it asks for a plan. */
export interface Facts extends Answers {
  readonly now: Date;
  readonly moments: Moments;
}

/** A transition worked out, to be carried out as it stands in one transaction. */
export interface Step {
  readonly kind: "step";
  readonly transition: string;
  /** "main", or the region that moves. */
  readonly region: string;
  readonly before: Position;
  readonly after: Position;
  /** What to do, in this order; the ledger is posted last and once. */
  readonly effects: readonly PlannedEffect[];
  /** What the caller sent, after its schema; handed to every effect. */
  readonly input: Input;
  readonly escrow: Escrow;
  /** The graphs whose current state was entered now: their "entered" becomes `now`. */
  readonly entered: readonly string[];
  /** To be set anew, also those that ran before: effects may have moved the moments they wait for. */
  readonly timersToSet: readonly ActiveTimer[];
  readonly timersToCancel: readonly string[];
  /** The region that keeps the order still from now on. */
  readonly frozenBy: string | null;
  readonly ended: boolean;
}

/** Why nothing happens, with what the caller can be told. */
export type Refusal =
  | { readonly kind: "refused"; readonly reason: Unavailable }
  | { readonly kind: "refused"; readonly reason: "too_early" | "too_late"; readonly at: Date | null }
  | { readonly kind: "refused"; readonly reason: "guard"; readonly guard: string }
  | {
      readonly kind: "refused";
      readonly reason: "invalid_input";
      readonly issues: readonly z.core.$ZodIssue[];
    }
  | { readonly kind: "refused"; readonly reason: "exceeds_escrow"; readonly heldMinor: number };

/** What becomes of a request. An event that moves nothing is of no concern, or an operator must look at it. */
export type Outcome = Step | Refusal | { readonly kind: "ignored" } | { readonly kind: "alarm" };

/**
 * Decides a request without doing anything: the same call is the dry run. Ask `questionsFor` first and hand over the
 * answers.
 */
export function plan(loaded: LoadedFlow, instance: Instance, request: Request, facts: Facts): Outcome {
  const candidates = candidatesFor(loaded, instance.position, request);
  if (typeof candidates === "string") return { kind: "refused", reason: candidates };
  if ("timer" in request) {
    const at = timerDue(loaded, request.timer, instance, facts.moments);
    if (at === null || at > facts.now) return { kind: "refused", reason: "too_early", at };
  }
  for (const candidate of candidates) {
    const outcome = examine(loaded, instance, candidate, "input" in request ? request.input : {}, facts);
    const triesNext = "event" in request && outcome.kind === "refused" && mayPass.has(outcome.reason);
    if (!triesNext) return outcome;
  }
  if (!("event" in request)) throw new Error("a request for a transition has a candidate");
  const rule = loaded.flow.events[request.event]?.[instance.position.state];
  if (rule !== "ignore" && rule !== "alarm")
    throw new Error(`"${request.event}" was to be handled, but nothing took it`);
  return { kind: rule === "ignore" ? "ignored" : "alarm" };
}

const mayPass: ReadonlySet<Refusal["reason"]> = new Set(["guard", "too_early", "too_late"]);

/** What somebody may do with an order as it stands, as far as guards do not object. */
export interface Choice {
  readonly transition: string;
  /** The name of the input schema; null when nothing is sent along. */
  readonly input: string | null;
  /** Not before this instant; null when it is open now. */
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** The transitions a role, or "operator", can take now or will be able to take in this state. */
export function choicesOf(
  loaded: LoadedFlow,
  instance: Instance,
  by: string,
  { now, moments }: Pick<Facts, "now" | "moments">,
): Choice[] {
  const frozen = frozenBy(loaded, instance.position);
  return [...loaded.transitions.values()]
    .filter(
      (candidate) => candidate.transition.by.includes(by) && canBeTaken(loaded, instance.position, candidate),
    )
    .filter(({ region }) => frozen === null || frozen === region)
    .flatMap(({ region, transition }) => {
      const { opens, waits, closes } = windowOf(transition, region, instance, moments);
      if (waits || (closes && closes <= now)) return [];
      const { name, input = null } = transition;
      return [{ transition: name, input, opensAt: opens && opens > now ? opens : null, closesAt: closes }];
    });
}

function examine(
  loaded: LoadedFlow,
  instance: Instance,
  { region, transition }: Candidate,
  sent: unknown,
  facts: Facts,
): Step | Refusal {
  const { opens, waits, closes } = windowOf(transition, region, instance, facts.moments);
  if (waits || (opens && opens > facts.now)) return { kind: "refused", reason: "too_early", at: opens };
  if (closes && closes <= facts.now) return { kind: "refused", reason: "too_late", at: closes };

  const parsed = transition.input
    ? loaded.vocabulary.inputs[transition.input]?.safeParse(sent, inHouseWords)
    : undefined;
  if (parsed?.success === false)
    return { kind: "refused", reason: "invalid_input", issues: parsed.error.issues };
  const input = parsed?.data ?? {};

  for (const { guard, args } of transition.guards ?? []) {
    const { key } = questionOf(loaded.vocabulary.guards, guard, args, instance.parameters);
    const agrees = facts.guards[key];
    if (agrees === undefined) throw new Error(`the guard was not asked: ${key}`);
    if (!agrees) return { kind: "refused", reason: "guard", guard };
  }

  const { after, abandoned } = moveTo(loaded, instance.position, region, transition);
  const effects = [
    ...transition.effects,
    ...abandoned.flatMap((name) => loaded.flow.regions[name]?.whenAbandoned ?? []),
  ];
  const planned = planEffects(effects, { loaded, instance, policies: facts.policies, input });
  if (!planned) return { kind: "refused", reason: "exceeds_escrow", heldMinor: instance.escrow.heldMinor };

  const ended = hasEnded(loaded, after);
  if (ended && planned.escrow.heldMinor !== 0) {
    throw new Error(`${loaded.flow.name}: "${transition.name}" would leave money in escrow at an end`);
  }
  const timersToSet = activeTimers(loaded, after);
  return {
    kind: "step",
    transition: transition.name,
    region,
    before: instance.position,
    after,
    effects: planned.effects,
    input,
    escrow: planned.escrow,
    entered: enteredBy(region, transition),
    timersToSet,
    timersToCancel: activeTimers(loaded, instance.position)
      .map(({ name }) => name)
      .filter((name) => !timersToSet.some((timer) => timer.name === name)),
    frozenBy: frozenBy(loaded, after),
    ended,
  };
}

/** The position after a transition, and the regions that were under way and may not run beside the new main state. */
function moveTo(
  { flow }: LoadedFlow,
  before: Position,
  region: string,
  transition: AnyTransition,
): { after: Position; abandoned: string[] } {
  const target = targetOf(transition, stateIn(before, region));
  const state = region === mainRegion ? target : (transition.main ?? before.state);
  const regions = region === mainRegion ? before.regions : { ...before.regions, [region]: target };
  const abandoned = Object.keys(flow.regions).filter(
    (name) => isUnderWay(flow, { state, regions }, name) && !flow.regions[name]?.beside.includes(state),
  );
  const restarted = abandoned.map((name) => [name, flow.regions[name]?.initial ?? ""]);
  return { after: { state, regions: { ...regions, ...Object.fromEntries(restarted) } }, abandoned };
}

function enteredBy(region: string, { to, main }: AnyTransition): string[] {
  return [...(to === "same" ? [] : [region]), ...(main === undefined ? [] : [mainRegion])];
}
