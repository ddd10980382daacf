import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readStanding } from "../../../platform/flow/standing.ts";
import { bookingView } from "../../scheduling/index.ts";
import { sides } from "../models/order.ts";
import { orderView, presentOrderById } from "../present.ts";
import { actionOf, type OrderAction } from "../rules/order-actions.ts";
import { refundIn, movesOf } from "../order-money.ts";
import { takeStep } from "../take-step.ts";
import { manageActions, type OpenLink, type ManageAction } from "./manage-link.ts";

/** What somebody sees who comes by a link out of a mail: the one session it is about, and whether it can do its thing. */
export const managedView = z.object({
  side: z.enum(sides),
  action: z.enum(manageActions),
  /** False when it was used, or when the order is not where it could be. */
  isPossible: z.boolean(),
  order: orderView.pick({
    id: true,
    number: true,
    state: true,
    totalMinor: true,
    currency: true,
    proposal: true,
  }),
  booking: bookingView,
  /** What cancelling now would give back; null when the link is not for that. */
  refundMinor: z.int().nullable(),
});

const wants: Readonly<Record<Exclude<ManageAction, "calendar">, OrderAction>> = {
  cancel: "cancel",
  move: "propose_move",
  answer: "accept_move",
};

/** A link's session ready to be sent, as it now is. */
export async function presentManaged(scope: Scope, link: OpenLink): Promise<z.infer<typeof managedView>> {
  const { side, action, order, booking } = link;
  const isPossible = await canDo(scope, link);
  const view = await presentOrderById(scope, order.id);
  const { id, number, state, totalMinor, currency, proposal } = view!;
  return {
    side,
    action,
    isPossible,
    order: { id, number, state, totalMinor, currency, proposal },
    booking,
    refundMinor: action === "cancel" && isPossible ? await refundNow(scope, link) : null,
  };
}

async function canDo(scope: Scope, { side, action, about, order, isUsed }: OpenLink): Promise<boolean> {
  if (action === "calendar") return true;
  // Another time has been proposed since the mail was sent.
  if (action === "answer" && order.proposedStartsAt?.getTime() !== about.getTime()) return false;
  const standing = await readStanding(scope, order.id);
  const open = standing.choicesOf(side).filter(({ opensAt }) => opensAt === null);
  return !isUsed && open.some(({ transition }) => actionOf(transition, side) === wants[action]);
}

async function refundNow(scope: Scope, { side, order }: OpenLink): Promise<number> {
  return refundIn(movesOf(await takeStep(scope, order, { action: "cancel", role: side, dryRun: true })));
}
