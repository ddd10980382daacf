import { type z } from "zod";
import { audit } from "../../platform/audit/record.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { readOrder } from "./policy.ts";
import { type ownOrderView, presentOwnOrder } from "./present.ts";
import { type SessionAlong } from "./session/session-context.ts";
import { type WorkAlong } from "./work/work-context.ts";
import { type StepRequest, takeStep } from "./take-step.ts";

/** Does one thing to an order for the caller and answers the order as it then is. What the site's team does is audited. */
export async function actOnOrder(
  scope: Scope,
  id: string,
  {
    action,
    input = {},
    along = {},
  }: Pick<StepRequest, "action" | "input"> & { readonly along?: SessionAlong & WorkAlong },
): Promise<z.infer<typeof ownOrderView>> {
  const { order, role } = await readOrder(scope, id);
  const { transition } = await takeStep(scope, order, { action, role, input, along });
  if (role === "operator") {
    const after = { transition, ...input, ...("amountMinor" in input && { currency: order.currency }) };
    const done = action.includes("_") ? action : `${action}_order`;
    await audit(scope, { action: `orders.${done}`, entity: { kind: "order", id }, after });
  }
  return presentOwnOrder(scope, (await readOrder(scope, id)).order);
}
