import { type AnyExpression, type Duration } from "./definition.ts";

/** Instants by the name of their moment; null when that has not happened or is not planned. */
export type Moments = Readonly<Record<string, Date | null>>;

/** A tenant's numbers by parameter, as fixed when the order was placed. */
export type Parameters = Readonly<Record<string, number>>;

/**
 * The instant an expression stands for. "earliest" and "latest" look at the known ones only;
 * null when nothing in it is known.
 */
export function dueAt(expression: AnyExpression, moments: Moments, parameters: Parameters): Date | null {
  if ("at" in expression) {
    const moment = moments[expression.at];
    if (!moment) return null;
    const minutes = minutesOf(expression.plus, parameters) - minutesOf(expression.minus, parameters);
    return new Date(moment.getTime() + minutes * 60_000);
  }
  const earliest = "earliest" in expression;
  const known = (earliest ? expression.earliest : expression.latest)
    .map((part) => dueAt(part, moments, parameters)?.getTime())
    .filter((time) => time !== undefined);
  if (known.length === 0) return null;
  return new Date(earliest ? Math.min(...known) : Math.max(...known));
}

/** Whether an expression is an instant whatever happened so far, given the moments that always are. */
export function surelyKnown(expression: AnyExpression, always: ReadonlySet<string>): boolean {
  if ("at" in expression) return ["entered", "placed"].includes(expression.at) || always.has(expression.at);
  const parts = "earliest" in expression ? expression.earliest : expression.latest;
  return parts.some((part) => surelyKnown(part, always));
}

/** Every `at` inside an expression. */
export function instantsIn(expression: AnyExpression): Extract<AnyExpression, { readonly at: string }>[] {
  if ("at" in expression) return [expression];
  return ("earliest" in expression ? expression.earliest : expression.latest).flatMap(instantsIn);
}

function minutesOf(duration: Duration<string> | undefined, parameters: Parameters): number {
  if (duration === undefined || typeof duration === "number") return duration ?? 0;
  return parameterOf(duration.parameter, parameters);
}

/** The tenant's number; an absent one is a mistake of whoever built the order. */
export function parameterOf(name: string, parameters: Parameters): number {
  const value = parameters[name];
  if (value === undefined) throw new Error(`the order has no parameter "${name}"`);
  return value;
}
