import { type Step } from "../../../platform/flow/interpreter.ts";
import { mainRegion } from "../../../platform/flow/graphs.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { announceOrder, orderFactOf, type PlainOrderEvent } from "../events.ts";
import { announceCommon } from "../order-news.ts";
import { type SessionContext } from "./session-context.ts";

/** What entering a state of the main course is told as. */
const newsOfState: Readonly<Record<string, PlainOrderEvent>> = {
  confirmed: "order.confirmed",
  expired: "order.expired",
  cancelled: "order.cancelled",
  completed: "order.completed",
  settled: "order.settled",
};

/** Tells what a step has changed. */
export async function announceStep(context: SessionContext, step: Step): Promise<void> {
  const { scope, order } = context;
  const fact = orderFactOf(order);
  const { state } = step.after;
  const hasEntered = step.entered.includes(mainRegion) && state !== step.before.state;
  const news = newsOfState[state];
  if (hasEntered && news) await announceOrder(scope, news, order);
  if (hasEntered && (state === "client_absent" || state === "provider_absent")) {
    const absent = state === "client_absent" ? ("client" as const) : ("provider" as const);
    await announce(scope, "order.absence_marked", { ...fact, absent });
  }
  if (step.region === "move") await announceMove(context, step);
  await announceCommon(context, step);
}

async function announceMove({ scope, order }: SessionContext, step: Step): Promise<void> {
  const fact = orderFactOf(order);
  if (order.proposedBy && order.proposedStartsAt) {
    const proposal = { by: order.proposedBy, startsAt: order.proposedStartsAt.toISOString() };
    await announce(scope, "order.move_proposed", { ...fact, ...proposal });
    return;
  }
  const isAccepted = step.effects.some((effect) => "effect" in effect && effect.effect === "moveBooking");
  await announce(scope, "order.move_answered", { ...fact, isAccepted });
}
