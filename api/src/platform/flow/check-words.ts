import { type z } from "zod";
import { wholeShare } from "../money.ts";
import {
  type AnyEffect,
  type AnyExpression,
  type AnyFlow,
  type AnyShare,
  type AnyTransition,
  type Parameter,
} from "./definition.ts";
import { type Check, type Defect } from "./defect.ts";
import { instantsIn } from "./expression.ts";
import { graphsOf, mainRegion, type NamedGraph } from "./graphs.ts";
import { type Vocabulary } from "./vocabulary.ts";

type Report = (check: Check, at: string, message: string) => void;

interface Setting {
  readonly flow: AnyFlow;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/** Every name is well formed, used once and known; every argument, parameter and share fits. */
export function checkWords(flow: AnyFlow, vocabulary: Vocabulary): Defect[] {
  const defects: Defect[] = [];
  const setting: Setting = {
    flow,
    vocabulary,
    report: (check, at, message) => defects.push({ check, at, message }),
  };
  if (!Number.isSafeInteger(flow.version) || flow.version < 1) {
    setting.report("bad_version", "version", "a flow is pinned by a whole version number from 1 on");
  }
  checkNames(setting);
  for (const [name, parameter] of Object.entries(flow.parameters)) checkParameter(name, parameter, setting);
  for (const graph of graphsOf(flow)) checkGraph(graph, setting);
  for (const [name, { beside, whenAbandoned }] of Object.entries(flow.regions)) {
    for (const state of beside) requireName(state, flow.states, "state", `${name}.beside`, setting);
    for (const effect of whenAbandoned) checkEffect(effect, `${name}.whenAbandoned`, undefined, setting);
  }
  for (const event of Object.keys(flow.events)) {
    if (!vocabulary.events.includes(event)) {
      setting.report("unknown_name", "events", `there is no event "${event}"`);
    }
    for (const state of Object.keys(flow.events[event] ?? {})) {
      requireName(state, flow.states, "state", `events.${event}`, setting);
    }
  }
  return defects;
}

function checkNames({ flow, report }: Setting): void {
  const graphs = graphsOf(flow);
  const transitions = graphs.flatMap((graph) => graph.transitions.map(({ name }) => name));
  const timers = graphs.flatMap(({ states }) =>
    Object.values(states).flatMap((state) => (state.timers ?? []).map(({ name }) => name)),
  );
  for (const [at, names] of [
    ["transitions", transitions],
    ["timers", timers],
  ] as const) {
    for (const name of new Set(names.filter((entry, position) => names.indexOf(entry) !== position))) {
      report("duplicate_name", at, `"${name}" names more than one of the flow's ${at}`);
    }
  }
  if (Object.hasOwn(flow.regions, mainRegion)) {
    report("duplicate_name", "regions", `"${mainRegion}" is the main course, not a region beside it`);
  }
  const states = graphs.flatMap((graph) => Object.keys(graph.states));
  const parts = [flow.name, ...states, ...transitions, ...timers, ...Object.keys(flow.regions)];
  for (const name of [...parts, ...Object.keys(flow.parameters)]) {
    if (!/^[a-z][a-zA-Z0-9_]{0,62}$/.test(name) || name === "same") {
      report(
        "bad_name",
        name,
        'a name is letters, digits and underscores, begins with a small letter, and is not "same"',
      );
    }
  }
}

function checkParameter(
  name: string,
  { kind, default: value, min, max }: Parameter,
  { report }: Setting,
): void {
  const highest = kind === "share" ? wholeShare : Number.MAX_SAFE_INTEGER;
  const whole = [value, min, max].every((number) => Number.isSafeInteger(number));
  if (!whole || min < 0 || min > value || value > max || max > highest) {
    report(
      "bad_parameter",
      `parameters.${name}`,
      `${value} is not a whole number between 0 <= ${min} and ${max}`,
    );
  }
}

function checkGraph({ region, initial, states, transitions }: NamedGraph, setting: Setting): void {
  requireName(initial, states, "state", `${region}.initial`, setting);
  for (const [state, { timers, label }] of Object.entries(states)) {
    if (label === "")
      setting.report("bad_name", `${region}.${state}.label`, "people need a text for the state");
    for (const { name, due, takes } of timers ?? []) {
      checkExpression(due, `${region}.timers.${name}`, setting);
      if (!transitions.some((transition) => transition.name === takes)) {
        setting.report(
          "unknown_name",
          `${region}.timers.${name}`,
          `there is no transition "${takes}" in this graph`,
        );
      }
    }
  }
  for (const transition of transitions) {
    const at = `${region}.transitions.${transition.name}`;
    checkTransition(transition, at, setting);
    for (const state of transition.from) requireName(state, states, "state", at, setting);
    if (transition.to !== "same") requireName(transition.to, states, "state", at, setting);
    if (transition.main !== undefined)
      requireName(transition.main, setting.flow.states, "state", at, setting);
  }
}

function checkTransition(transition: AnyTransition, at: string, setting: Setting): void {
  const { by, guards = [], notBefore, notAfter, input, effects } = transition;
  const { vocabulary, report } = setting;
  const actors = new Set(["system", "operator", ...vocabulary.roles, ...vocabulary.events]);
  for (const actor of by) {
    if (!actors.has(actor)) report("unknown_name", at, `"${actor}" is no role and no event`);
  }
  for (const { guard, args } of guards) checkCall(vocabulary.guards, "guard", guard, args, at, setting);
  for (const expression of [notBefore, notAfter]) {
    if (expression) checkExpression(expression, at, setting);
  }
  if (input !== undefined) requireName(input, vocabulary.inputs, "input", at, setting);
  for (const effect of effects) checkEffect(effect, at, input, setting);
}

function checkEffect(effect: AnyEffect, at: string, input: string | undefined, setting: Setting): void {
  if (!("escrow" in effect)) {
    checkCall(setting.vocabulary.effects, "effect", effect.effect, effect.args, at, setting);
  } else if (effect.escrow === "settle") {
    checkShare(effect.refund, at, input, setting);
  } else if (effect.escrow !== "fund") {
    checkShare(effect.share, at, input, setting);
  }
}

function checkShare(share: AnyShare, at: string, input: string | undefined, setting: Setting): void {
  const { vocabulary, report } = setting;
  if (share === "rest") return;
  if (typeof share === "number") {
    if (!Number.isInteger(share) || share < 0 || share > wholeShare) {
      report("bad_share", at, `${share} is not a share in basis points, 0 to ${wholeShare}`);
    }
  } else if ("parameter" in share) {
    requireParameter(share.parameter, "share", at, setting);
  } else if ("policy" in share) {
    checkCall(vocabulary.policies, "policy", share.policy, share.args, at, setting);
  } else {
    const field = "inputShare" in share ? share.inputShare : share.inputAmount;
    const fields = input === undefined ? undefined : vocabulary.inputs[input]?.shape;
    if (!fields || !Object.hasOwn(fields, field)) {
      report("unknown_name", at, `the transition's input has no field "${field}"`);
    }
  }
}

function checkExpression(expression: AnyExpression, at: string, setting: Setting): void {
  const instants = instantsIn(expression);
  if (instants.length === 0)
    setting.report("unknown_name", at, "an instant must be measured from some moment");
  for (const { at: moment, plus, minus } of instants) {
    if (!["entered", "placed"].includes(moment)) {
      requireName(moment, setting.vocabulary.moments, "moment", at, setting);
    }
    for (const duration of [plus, minus]) {
      if (typeof duration === "object") requireParameter(duration.parameter, "minutes", at, setting);
    }
  }
}

function checkCall(
  table: Readonly<Record<string, z.ZodType>>,
  what: string,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
  at: string,
  setting: Setting,
): void {
  if (!requireName(name, table, what, at, setting)) return;
  for (const bound of ["min", "max"] as const) {
    const filled = Object.fromEntries(
      Object.entries(args).map(([key, value]) => [key, boundOf(value, bound, at, setting)]),
    );
    const parsed = table[name]!.safeParse(filled);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return setting.report("bad_arguments", at, `${name}: ${issue?.path.join(".")} ${issue?.message}`);
    }
  }
}

function boundOf(value: unknown, bound: "min" | "max", at: string, setting: Setting): unknown {
  if (typeof value !== "object" || value === null || !("parameter" in value)) return value;
  const name = String(value.parameter);
  return requireName(name, setting.flow.parameters, "parameter", at, setting)
    ? setting.flow.parameters[name]?.[bound]
    : undefined;
}

function requireParameter(name: string, kind: Parameter["kind"], at: string, setting: Setting): void {
  if (!requireName(name, setting.flow.parameters, "parameter", at, setting)) return;
  const actual = setting.flow.parameters[name]?.kind;
  if (actual !== kind) {
    setting.report("bad_parameter", at, `"${name}" counts in ${actual}, where ${kind} are needed`);
  }
}

function requireName(name: string, table: object, what: string, at: string, { report }: Setting): boolean {
  const known = Object.hasOwn(table, name);
  if (!known) report("unknown_name", at, `there is no ${what} "${name}"`);
  return known;
}
