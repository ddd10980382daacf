import { mainRegion } from "../../../platform/flow/graphs.ts";
import { type Step } from "../../../platform/flow/interpreter.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { announceOrder, orderFactOf, type PlainOrderEvent } from "../events.ts";
import { announceCommon } from "../order-news.ts";
import { type WorkContext } from "./work-context.ts";

/** What entering a state is told as. */
const newsOfState: Readonly<Record<string, PlainOrderEvent>> = {
  requirements: "order.confirmed",
  delivered: "order.delivered",
  revision: "order.revision_asked",
  completed: "order.settled",
  refunded: "order.settled",
  settled: "order.settled",
  cancelled: "order.cancelled",
  expired: "order.expired",
};

/** Tells what a step has changed. */
export async function announceStep(context: WorkContext, step: Step): Promise<void> {
  const { scope, order } = context;
  const { state } = step.after;
  const hasEntered = step.entered.includes(mainRegion) && state !== step.before.state;
  const news = step.transition === "pay" ? "order.confirmed" : newsOfState[state];
  if (hasEntered && news) await announceOrder(scope, news, order);
  if (["send_answers", "add_answers"].includes(step.transition))
    await announceOrder(scope, "order.answers_sent", order);
  if (step.region === "cancel") await announceProposal(context, step);
  await announceCommon(context, step);
}

async function announceProposal({ scope, order, work }: WorkContext, { before }: Step): Promise<void> {
  const fact = orderFactOf(order);
  if (work.cancelBy && work.cancelShare !== null) {
    const proposal = { by: work.cancelBy, refundShare: work.cancelShare };
    await announce(scope, "order.cancel_proposed", { ...fact, ...proposal });
  } else {
    const by = before.regions["cancel"] === "client_proposed" ? ("client" as const) : ("provider" as const);
    await announce(scope, "order.cancel_dropped", { ...fact, by });
  }
}
