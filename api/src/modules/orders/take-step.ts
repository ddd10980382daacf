import { type AppError, invalidFields, requestFailure } from "../../platform/errors.ts";
import { fieldErrorsOf } from "../../platform/field-sentences.ts";
import { previewTransition, takeTransition } from "../../platform/flow/engine.ts";
import { type Outcome, type Refusal, type Step } from "../../platform/flow/interpreter.ts";
import { readStanding } from "../../platform/flow/standing.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { failure } from "./errors.ts";
import { type Order } from "./models/order.ts";
import { hasAction, type OrderAction, type Role, transitionFor } from "./rules/order-actions.ts";

/** What somebody wants done with an order. */
export interface StepRequest {
  readonly action: OrderAction;
  readonly role: Role;
  readonly input?: object;
  /** What the operation knows beside the input; see `OrderAlong`. */
  readonly along?: unknown;
  /** Only says what would happen. */
  readonly dryRun?: boolean;
}

/** Has an order take the transition an action stands for; refuses in the words of the module. */
export async function takeStep(
  scope: Scope,
  order: Pick<Order, "id" | "currency">,
  { action, role, input = {}, along = null, dryRun = false }: StepRequest,
): Promise<Step> {
  const standing = await readStanding(scope, order.id);
  const offered = standing.choicesOf(role).map(({ transition }) => transition);
  const knows = (name: string) => standing.knows(name);
  const transition = transitionFor(action, role, { offered, knows });
  if (transition === null) {
    if (hasAction(action, knows)) throw failure("orders.not_by_you");
    throw failure("orders.not_possible", { state: standing.position.state });
  }
  const request = { transition, by: role, input };
  const outcome = dryRun
    ? await previewTransition(scope, order.id, request, along)
    : await takeTransition(scope, order.id, request, along);
  return stepOf(outcome, { state: standing.position.state, currency: order.currency });
}

/** The step of an outcome; refuses in the words of the module when there is none. */
export function stepOf(outcome: Outcome, order: { readonly state: string; readonly currency: string }): Step {
  if (outcome.kind === "step") return outcome;
  if (outcome.kind === "refused") throw refusalOf(outcome, order);
  throw new Error(`a transition that people take was ${outcome.kind}`);
}

function refusalOf(
  refusal: Refusal,
  { state, currency }: { readonly state: string; readonly currency: string },
): AppError {
  switch (refusal.reason) {
    case "not_allowed":
      return failure("orders.not_by_you");
    case "frozen":
      return failure("orders.frozen");
    case "too_early":
      return refusal.at
        ? failure("orders.too_early", { at: refusal.at.toISOString() })
        : failure("orders.not_possible", { state });
    case "too_late":
      return refusal.at
        ? failure("orders.too_late", { at: refusal.at.toISOString() })
        : failure("orders.not_possible", { state });
    case "invalid_input":
      return invalidFields(...refusal.issues.flatMap(fieldErrorsOf));
    case "exceeds_escrow":
      return failure("orders.refund_too_large", { available: refusal.heldMinor, currency });
    case "guard":
    case "wrong_state":
      return failure("orders.not_possible", { state });
    case "unknown_transition":
      // The order's pinned version is older than this code and does not have it.
      return requestFailure("request.conflict");
  }
}
