import { type FlowKind, moduleFlow, type ModuleFlow } from "../../../platform/flow/flow-kind.ts";
import { creditUnit } from "../../money/index.ts";
import { creditSession } from "../flows/credit-session.ts";
import { paidSession } from "../flows/paid-session.ts";
import { sessionVocabulary } from "../flows/session-vocabulary.ts";
import { type Order } from "../models/order.ts";
import { orderFlow } from "../order-flow.ts";
import { SessionContext } from "./session-context.ts";
import { sessionHandlers } from "./session-effects.ts";
import { announceStep } from "./session-news.ts";

/** How the flows of booked sessions are bound to bookings, money and the order's own rows. */
const sessions: Omit<FlowKind<SessionContext>, "versions"> = {
  ...orderFlow({ announce: announceStep }),
  vocabulary: sessionVocabulary,
  handlers: sessionHandlers,
  open: (run) => SessionContext.open(run),
};

/** Sessions that are paid through a gateway, or free. */
export const paidSessionFlow = moduleFlow({ ...sessions, versions: [paidSession] });

/** Sessions that are paid in credits. */
export const creditSessionFlow = moduleFlow({ ...sessions, versions: [creditSession] });

/** The flow an order of a session walks at its price. */
export const flowFor = ({ amountMinor, currency }: Pick<Order, "amountMinor" | "currency">): ModuleFlow =>
  currency === creditUnit && amountMinor > 0 ? creditSessionFlow : paidSessionFlow;
